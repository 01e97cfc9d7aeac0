import { expect, it } from 'vitest';
import { guessLanguage } from '../../src/search/text/other-tongues.ts';
import { words } from '../../src/search/text/words.ts';

const guessed = (text: string) => guessLanguage(words(text));

it.each([
  ['Czech', 'Jak obnovit databázi ze zálohy, když server nejde spustit a soubory jsou poškozené'],
  ['Danish', 'Sådan gendanner du en sikkerhedskopi, når serveren ikke vil starte'],
  ['Estonian', 'Kui server ei käivitu, siis taasta andmebaas varukoopiast või küsi abi'],
  [
    'Finnish',
    'Jos palvelin ei käynnisty, palauta tietokanta varmuuskopiosta ja yritä myöhemmin uudestaan tämän ohjeen mukaan',
  ],
  ['Hungarian', 'Ha a szerver nem indul el, állítsa vissza az adatbázist a mentésből, és próbálja újra'],
  ['Icelandic', 'Ef þjónninn ræsist ekki þarf að endurheimta gagnagrunninn úr afriti'],
  ['Indonesian', 'Cara memulihkan basis data dari cadangan yang rusak dan tidak dapat dibuka'],
  ['Norwegian', 'Hvordan gjenopprette databasen når serveren ikke starter på nytt'],
  ['Polish', 'Jak przywrócić bazę danych z kopii, gdy serwer nie chce się uruchomić'],
  ['Romanian', 'Cum se restaurează baza de date dintr-o copie când serverul nu pornește și fișierele sunt stricate'],
  ['Swedish', 'Så återställer du databasen från en säkerhetskopia när servern inte går att starta'],
  ['Turkish', 'Sunucu açılmadığında veritabanını yedekten geri yükleme ve görüşme süreci için bu adımları izleyin'],
  ['Vietnamese', 'Cách khôi phục cơ sở dữ liệu từ bản sao lưu khi máy chủ không khởi động được'],
])('a text in %s is in none of the languages whose endings are known', (_, text) => {
  expect(guessed(text)).toBe('und');
});

it.each([
  [
    'de',
    'Wie man die Datenbank aus der Sicherung wiederherstellt, wenn der Server nicht startet: später prüfen, ständig stärker',
  ],
  ['en', 'Invoices of Škoda dealers from Łódź and Malmö are paid by Dvořák in the naïve façade of the Ångström office'],
  ['en', 'Škoda invoices'],
  ['es', 'Cómo restaurar la base de datos desde una copia cuando el servidor no arranca mañana'],
  ['fr', 'Comment restaurer la base de données à partir d’une sauvegarde où le cœur du serveur ne démarre pas'],
  ['it', 'Come ripristinare la base di dati da una copia quando il server non si avvia più così'],
  ['nl', 'Hoe je de database uit een back-up terugzet wanneer de server niet start, met één commando'],
  [
    'pt',
    'Como restaurar o banco de dados a partir de uma cópia quando o servidor não inicia; são várias opções e põe à prova',
  ],
])('a text in %s is told from it', (language, text) => {
  expect(guessed(text)).toBe(language);
});
