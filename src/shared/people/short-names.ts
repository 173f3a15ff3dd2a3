/** Short forms of given names that stand for one another, each line one name. */
const GROUPS: readonly string[] = [
  'alexander alex sasha sandy',
  'andrew andy drew',
  'anthony tony',
  'antonio toni',
  'benjamin ben benny',
  'charles charlie chuck',
  'christopher chris kit',
  'daniel dan danny',
  'david dave davey',
  'deborah debra deb debbie',
  'edward ed eddie ted',
  'elizabeth liz beth betsy eliza lisa',
  'frances fran franny',
  'francis frank',
  'gregory greg',
  'james jim jimmy jamie',
  'jennifer jen jenny',
  'john jack johnny',
  'jonathan jon',
  'joseph joe joey',
  'joshua josh',
  'katherine catherine kathryn kate kathy cathy katie',
  'kenneth ken kenny',
  'lawrence larry laurence',
  'leonard len lenny',
  'margaret maggie meg peggy',
  'matthew matt',
  'michael mike mick',
  'mohammed mohamed muhammad mohammad',
  'nicholas nick nicolas',
  'pamela pam',
  'patricia pat patty tricia',
  'patrick paddy',
  'peter pete',
  'philip phil phillip',
  'rebecca becky becca',
  'richard rick dick rich',
  'robert bob bobby rob robbie',
  'ronald ron ronnie',
  'samuel sam sammy',
  'stephen steven steve',
  'susan sue susie suzanne',
  'theodore theo',
  'theresa teresa terry tess',
  'thomas tom tommy',
  'timothy tim',
  'victoria vicky tori',
  'william will bill billy liam',
  'zachary zach zack',
];

const LONG_FORM: ReadonlyMap<string, string> = new Map(
  GROUPS.flatMap((group) => {
    const names = group.split(' ');
    return names.map((name) => [name, names[0] ?? name] as const);
  }),
);

/** The long form of a folded given name: `bill` → `william`; a name that is not known as a short form stays. */
export function longForm(givenName: string): string {
  return LONG_FORM.get(givenName) ?? givenName;
}
