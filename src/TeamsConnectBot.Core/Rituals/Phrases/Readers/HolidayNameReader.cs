using TeamsConnectBot.Core.Rituals.Holidays;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>
/// Reads the name of a holiday as its date, 'tot kerst', 'until Easter'. Only where a day is expected: elsewhere it is more likely part
/// of the ritual's name.
/// </summary>
internal static class HolidayNameReader
{
    private const int MaxTerms = 4;

    private static readonly Dictionary<string, Func<int, LocalDate>> ByName = new (string Names, Func<int, LocalDate> DateIn)[]
    {
        ("nieuwjaar|nieuwjaarsdag|new year|new year's|new year's day|new years|new years day", year => new LocalDate(year, 1, 1)),
        ("pasen|eerste paasdag|easter|easter sunday", Easter.SundayOf),
        ("goede vrijdag|good friday", year => Easter.SundayOf(year).PlusDays(-2)),
        ("tweede paasdag|easter monday", year => Easter.SundayOf(year).PlusDays(1)),
        ("koningsdag|king's day|kings day", PublicHolidays.KingsDay),
        ("bevrijdingsdag|liberation day", year => new LocalDate(year, 5, 5)),
        ("hemelvaart|hemelvaartsdag|ascension|ascension day", year => Easter.SundayOf(year).PlusDays(39)),
        ("pinksteren|eerste pinksterdag|whitsun|pentecost", year => Easter.SundayOf(year).PlusDays(49)),
        ("tweede pinksterdag|whit monday", year => Easter.SundayOf(year).PlusDays(50)),
        ("sinterklaas|pakjesavond", year => new LocalDate(year, 12, 5)),
        ("kerstavond|christmas eve|xmas eve", year => new LocalDate(year, 12, 24)),
        ("kerst|kerstmis|kerstdag|eerste kerstdag|christmas|xmas|christmas day", year => new LocalDate(year, 12, 25)),
        ("tweede kerstdag|boxing day", year => new LocalDate(year, 12, 26)),
        (
            "oudjaar|oudjaarsdag|oudejaarsdag|oud en nieuw|oudejaarsavond|new year's eve|new years eve",
            year => new LocalDate(year, 12, 31)),
    }.SelectMany(holiday => holiday.Names.Split('|').Select(name => (name, holiday.DateIn))).ToDictionary();

    /// <summary>Takes one: the first from today on.</summary>
    public static bool TryTake(Cursor at, out LocalDate date)
    {
        for (var count = Math.Min(MaxTerms, at.Terms.Count - at.Position); count > 0; count--)
        {
            var name = string.Join(' ', at.Terms.GetRange(at.Position, count).Select(term => term.Text));
            if (ByName.TryGetValue(name, out var dateIn))
            {
                at.Position += count;
                var thisYear = dateIn(at.Today.Year);
                date = thisYear >= at.Today ? thisYear : dateIn(at.Today.Year + 1);
                return true;
            }
        }

        date = default;
        return false;
    }
}
