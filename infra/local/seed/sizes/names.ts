/** Names from many languages, as people write them there. Behind a colon: how an address spells what is not Latin. */

import { folded } from '../../../../shared/contract/folded.ts';
import type { Language } from '../../../../shared/contract/text.ts';
import type { Chance } from './chance.ts';

export type Name = { firstName: string; lastName: string; local: string; language: Language };
type Written = { name: string; latin: string };
type Some<T> = readonly [T, ...T[]];
type People = { language: Language; first: Some<Written>; last: Some<Written> };

export function nameOf(chance: Chance): Name {
  const { language, first, last } = chance.pick(everywhere);
  const [given, family] = [chance.pick(first), chance.pick(last)];
  return {
    ...{ firstName: given.name, lastName: family.name, language },
    local: `${given.latin}.${family.latin}`,
  };
}

function people(language: Language, first: string, last: string): People {
  return { language, first: written(first), last: written(last) };
}

function written(names: string): Some<Written> {
  const [one = '', ...others] = names.split(', ');
  return [writtenAs(one), ...others.map(writtenAs)];
}

function writtenAs(given: string): Written {
  const [name = '', latin = folded(name).replace(/[^a-z]/g, '')] = given.split(':');
  return { name, latin };
}

const everywhere: Some<People> = [
  people(
    'en',
    'Ada, Alice, Amelia, Benjamin, Charlotte, Daniel, Edward, Emily, Fiona, George, Grace, Hannah, Isaac, James, Katherine, Liam, Maria, Nathan, Olivia, Oscar, Quentin, Rachel, Samuel, Sophie, Thomas, Una, Victoria, William, Zachary',
    'Abbott, Anderson, Bailey, Brennan, Byrne, Carter, Davies, Edwards, Evans, Fitzgerald, Foster, Gallagher, Harrison, Hughes, Jackson, Johnson, Kennedy, Lawson, Mitchell, Murphy, O’Neill, Parker, Quinn, Robertson, Robinson, Smith, Taylor, Thornton, Underwood, Walker, Whitfield, Young',
  ),
  people(
    'de',
    'Anja, Anneliese, Bernd, Björn, Christian, Dörte, Elke, Friedrich, Gerda, Hanna, Hans-Peter, Ingrid, Jonas, Jürgen, Karin, Lukas, Maria, Marlene, Matthias, Nele, Otto, Petra, Sabine, Stefan, Uwe, Vera, Wolfgang, Yvonne',
    'Albrecht, Bauer, Becker, Braun, Dietrich, Engel, Fischer, Fuchs, Groß, Hartmann, Hoffmann, Jäger, Keller, Klein, Krüger, Lehmann, Möller, Müller, Neumann, Pfeiffer, Richter, Schäfer, Schmidt, Schneider, Schröder, Schulz, von der Heide, Vogel, Wagner, Weiß, Wolf, Zimmermann',
  ),
  people(
    'fr',
    'Adèle, Antoine, Benoît, Camille, Chloé, Élodie, Étienne, Fabienne, Françoise, Gaël, Hélène, Inès, Jean-Luc, Julien, Léa, Loïc, Marie, Mathilde, Noé, Océane, Pierre, Raphaël, Sébastien, Thérèse, Yves, Zoé',
    'André, Aubert, Bernard, Blanchard, Chevalier, Durand, Dupont, Fontaine, François, Garnier, Girard, Guérin, Lambert, Lefèvre, Legrand, Leroy, Marchand, Martin, Mercier, Moreau, Noël, Perrin, Petit, Renard, Robert, Rousseau, Simon, Vidal',
  ),
  people(
    'es',
    'Alejandra, Álvaro, Ana, Begoña, Carlos, Carmen, Diego, Elena, Fernando, Gonzalo, Inés, Íñigo, Javier, José, Lucía, María, María del Carmen, Mariana, Mario, Mateo, Nuria, Óscar, Pablo, Raúl, Sofía, Tomás, Valentina, Ximena',
    'Álvarez, Aguilar, Blanco, Castro, Delgado, Díaz, Fernández, Flores, García, Garrido, Gómez, González, Gutiérrez, Hernández, Herrera, Iglesias, Jiménez, López, Marín, Martínez, Méndez, Muñoz, Núñez, Ortega, Peña, Ramírez, Romero, Sánchez, Torres, Vázquez, Zamora',
  ),
  people(
    'en',
    'Afonso, Beatriz, Caio, Conceição, Duarte, Eduarda, Filipe, Gonçalo, Inês, João, Letícia, Luísa, Mafalda, Maria, Nuno, Otávio, Patrícia, Rafael, Sérgio, Tomás, Vitória',
    'Almeida, Araújo, Barbosa, Cardoso, Carvalho, Conceição, Costa, Esteves, Ferreira, Gonçalves, Lima, Magalhães, Mendonça, Nogueira, Oliveira, Pereira, Ribeiro, Santos, Silva, Simões, Teixeira, Vasconcelos',
  ),
  people(
    'en',
    'Åsa, Anders, Astrid, Bjørn, Elin, Freja, Gunnar, Håkon, Ingeborg, Jörgen, Kajsa, Lars, Linnéa, Magnus, Maja, Niels, Øyvind, Rasmus, Sigrid, Solveig, Søren, Torbjörn, Ylva',
    'Ångström, Andersen, Andersson, Berg, Bergström, Christensen, Dahl, Eriksson, Forsberg, Gustafsson, Hansen, Holm, Johansson, Karlsson, Lindqvist, Lund, Nielsen, Nyström, Ødegård, Olsen, Sjöberg, Solberg, Sørensen, Wikström',
  ),
  people(
    'en',
    'Agnieszka, Andrej, Bogdan, Božena, Dušan, Eliška, Grzegorz, Jiří, Katarína, Łukasz, Małgorzata, Marek, Milan, Ondřej, Petra, Radosław, Stanisław, Tomáš, Václav, Wanda, Zbigniew, Zuzana',
    'Černý, Dvořák, Horváth, Jabłoński, Kamiński, Kovačević, Kowalczyk, Król, Lewandowski, Marković, Mazur, Novák, Nowak, Pavlović, Procházka, Říha, Szymański, Svoboda, Wiśniewski, Wójcik, Zieliński, Žižka',
  ),
  people(
    'en',
    'Ayşe, Barış, Can, Çağla, Deniz, Elif, Emre, Gülşen, Hakan, İbrahim, Jale, Kemal, Leyla, Mehmet, Nazlı, Ömer, Özge, Selin, Şebnem, Tarık, Ümit, Zeynep',
    'Aksoy, Arslan, Aydın, Çelik, Demir, Doğan, Erdoğan, Güneş, Kaplan, Kaya, Kılıç, Koç, Öztürk, Polat, Şahin, Şimşek, Taş, Tunç, Uçar, Yıldız, Yılmaz, Yüksel',
  ),
  people(
    'en',
    'Anh, Bảo, Chi, Dũng, Đức, Giang, Hạnh, Hương, Khánh, Lan, Linh, Minh, Ngọc, Phúc, Quỳnh, Thảo, Thị Lan, Tuấn, Vân, Yến',
    'Bùi, Cao, Đặng, Đỗ, Hồ, Hoàng, Huỳnh, Lê, Lý, Ngô, Nguyễn, Phạm, Phan, Tạ, Trần, Trịnh, Trương, Võ, Vũ',
  ),
  people(
    'en',
    'Aarav, Aditi, Amrita, Arjun, Chandra, Deepika, Farhan, Gita, Harish, Indira, Kavita, Lakshmi, Manish, Meera, Nikhil, Priya, Rahul, Rajesh, Sanjay, Shreya, Sunita, Tariq, Vikram, Yasmin',
    'Agarwal, Ahmed, Banerjee, Bose, Chatterjee, Das, Desai, Gupta, Iyer, Jain, Kapoor, Khan, Kumar, Malhotra, Mehta, Mukherjee, Nair, Patel, Qureshi, Raman, Rao, Reddy, Sharma, Singh, Srinivasan, Venkataraman, Verma',
  ),
  people(
    'en',
    'Abena, Adaeze, Amara, Babatunde, Chidi, Chinwe, Emeka, Folasade, Grace, Ifeoma, Kofi, Kwame, Lerato, Naledi, Ngozi, Oluwaseun, Sipho, Tendai, Thandiwe, Uche, Wanjiru, Yaw, Zanele',
    'Abubakar, Achebe, Adeyemi, Asante, Balogun, Boateng, Chukwu, Diallo, Dlamini, Eze, Kamau, Khumalo, Mensah, Moyo, Mwangi, Ndlovu, Nwosu, Okafor, Okonkwo, Olawale, Osei, Otieno, Sithole, Traoré, Zulu',
  ),
  people(
    'en',
    '明:ming, 小龙:xiaolong, 静:jing, 伟:wei, 丽:li, 芳:fang, 建国:jianguo, 雪:xue, 健:takeshi, 美咲:misaki, 翔太:shota, 陽子:yoko, 서연:seoyeon, 민준:minjun, 지훈:jihoon, 하은:haeun',
    '李:li, 王:wang, 张:zhang, 刘:liu, 陈:chen, 杨:yang, 赵:zhao, 田中:tanaka, 佐藤:sato, 鈴木:suzuki, 高橋:takahashi, 渡辺:watanabe, 김:kim, 이:lee, 박:park, 최:choi',
  ),
  people(
    'en',
    'Александр:alexander, Анна:anna, Дмитрий:dmitry, Екатерина:ekaterina, Иван:ivan, Мария:maria, Ольга:olga, Сергей:sergey, Ελένη:eleni, Γιώργος:giorgos, Κώστας:kostas, Σοφία:sofia, Олена:olena, Тарас:taras',
    'Иванов:ivanov, Кузнецов:kuznetsov, Петров:petrov, Попов:popov, Смирнов:smirnov, Соколов:sokolov, Παπαδόπουλος:papadopoulos, Νικολάου:nikolaou, Γεωργίου:georgiou, Шевченко:shevchenko, Коваленко:kovalenko',
  ),
  people(
    'en',
    'مريم:maryam, أحمد:ahmad, فاطمة:fatima, محمد:mohammed, ليلى:layla, يوسف:yusuf, نور:nour, חיים:chaim, שרה:sarah, דוד:david, רחל:rachel, Amal, Karim, Rania, Samir, Yara, Zeina',
    'العلي:alali, حداد:haddad, منصور:mansour, خوري:khoury, الأحمد:alahmad, כהן:cohen, לוי:levi, מזרחי:mizrahi, Aziz, Bennani, El-Sayed, Hassan, Nasser, Rahman, Saleh',
  ),
];
