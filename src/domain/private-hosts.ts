/** Houses whose names give nothing away, the most used of each kind. A name stands for what is below it as well. One text each: it comes with every page. */
const MAIL = `
mail.google.com messages.google.com outlook.live.com outlook.office.com outlook.office365.com
outlook.cloud.microsoft mail.proton.me proton.me protonmail.com mail.yahoo.com icloud.com fastmail.com
app.hey.com tuta.com tutanota.com gmx.net gmx.de gmx.at gmx.ch web.de posteo.de mailbox.org mail.ru e.mail.ru
mail.qq.com mail.163.com mail.naver.com superhuman.com hey.com mail.com mail.yandex.ru mail.yandex.com
laposte.net orange.fr libero.it wp.pl seznam.cz 126.com daum.net teams.live.com web.skype.com app.element.io
signal.me web.whatsapp.com web.telegram.org messenger.com`;

const MONEY = `
paypal.com venmo.com cash.app wise.com revolut.com n26.com monzo.com klarna.com dashboard.stripe.com
comdirect.de ing.de ing.nl dkb.de ubs.com postfinance.ch chase.com wellsfargo.com capitalone.com
americanexpress.com discover.com navyfederal.org hsbc.com hsbc.co.uk barclays.co.uk lloydsbank.co.uk
natwest.com santander.com santander.co.uk bbva.com bbva.es caixabank.es boursorama.com labanquepostale.fr
bnpparibas.net intesasanpaolo.com unicredit.it schwab.com fidelity.com vanguard.com robinhood.com
traderepublic.com coinbase.com kraken.com binance.com elster.de citi.com citibank.com pnc.com ally.com td.com
tdbank.com rbc.com rbcroyalbank.com bmo.com scotiabank.com cibc.com desjardins.com tangerine.ca truist.com
usbank.com regions.com huntington.com key.com sofi.com chime.com synchrony.com usaa.com etrade.com
interactivebrokers.com merrilledge.com ameritrade.com sharesies.nz abnamro.nl rabobank.nl asnbank.nl bunq.com
kbc.be belfius.be bnpparibasfortis.be nordea.com nordea.fi nordea.se nordea.dk nordea.no seb.se swedbank.se
handelsbanken.se dnb.no op.fi danskebank.dk jyskebank.dk lhv.ee pko.pl ipko.pl mbank.pl erstebank.at george.at
bawag.at raiffeisen.ch zkb.ch swissquote.com credit-suisse.com consorsbank.de targobank.de norisbank.de
scalable.capital bitpanda.com bitstamp.net credit-agricole.fr societegenerale.fr creditmutuel.fr lcl.fr
hellobank.fr impots.gouv.fr openbank.es bankinter.com agenciatributaria.gob.es cgd.pt millenniumbcp.pt
fineco.it fineco.com bancobpm.it poste.it rbs.co.uk nationwide.co.uk halifax.co.uk starlingbank.com
firstdirect.com tsb.co.uk aib.ie anz.com anz.com.au anz.co.nz commbank.com.au nab.com.au westpac.com.au
westpac.co.nz asb.co.nz up.com.au itau.com.br bb.com.br bradesco.com.br nubank.com.br santander.com.br
caixa.gov.br bancogalicia.com.ar mercadopago.com onlinesbi.sbi sbi.co.in hdfcbank.com icicibank.com
axisbank.com kotak.com paytm.com phonepe.com zerodha.com dbs.com dbs.com.sg ocbc.com uob.com.sg hsbc.com.hk
alipay.com icbc.com.cn ccb.com cmbchina.com boc.cn smbc.co.jp mufg.jp mizuhobank.co.jp rakuten-bank.co.jp
kbstar.com shinhan.com tinkoff.ru tbank.ru alfabank.ru sber.ru fnb.co.za absa.co.za standardbank.co.za
turbotax.intuit.com mint.intuit.com okx.com bybit.com metamask.io skatteverket.se`;

const HEALTH = `
doctolib.de doctolib.fr doctolib.it patientslikeme.com followmyhealth.com zocdoc.com teladoc.com
kaiserpermanente.org betterhelp.com my.clevelandclinic.org nhsapp.service.nhs.uk meine.aok.de meine.tk.de
23andme.com ancestry.com cvs.com questdiagnostics.com labcorp.com healthcare.gov medicare.gov ameli.fr
monespacesante.fr tk.de aok.de barmer.de dak.de gesund.bund.de jameda.de ada.com patientaccess.com
babylonhealth.com livi.se 1177.se kanta.fi sundhed.dk helsenorge.no talkspace.com headspace.com goodrx.com
hims.com oscar.com aetna.com cigna.com anthem.com uhc.com humana.com bluecrossma.org bcbs.com practo.com
flo.health clue.app`;

const SECRETS = `
pass.proton.me my.1password.com my.1password.eu my.1password.ca lastpass.com dashlane.com nordpass.com
roboform.com enpass.io keepersecurity.com keepersecurity.eu passwords.google.com vault.zoho.com 1password.com
1password.eu 1password.ca bitwarden.eu passwordstate.com id.me account.microsoft.com myaccount.google.com
appleid.apple.com account.apple.com`;

export const PRIVATE_HOSTS = [MAIL, MONEY, HEALTH, SECRETS].join(' ').trim().split(/\s+/);
