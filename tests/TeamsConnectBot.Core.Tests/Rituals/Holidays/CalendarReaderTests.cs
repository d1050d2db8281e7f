using NodaTime.Text;
using TeamsConnectBot.Core.Rituals.Holidays;

namespace TeamsConnectBot.Core.Tests.Rituals.Holidays;

/// <summary>Which days a calendar file says are off, and which line cannot be read.</summary>
public sealed class CalendarReaderTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);

    [TestCase("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261225", "2026-12-24")]
    [TestCase("DTSTART:20261224", "2026-12-24")]
    [TestCase("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261224", "2026-12-24")]
    [TestCase("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227", "2026-12-24 2026-12-25 2026-12-26")]
    [TestCase("DTSTART;VALUE=DATE:20261224\nDURATION:P2D", "2026-12-24 2026-12-25")]
    [TestCase("DTSTART;VALUE=DATE:20261221\nDURATION:P1W", "2026-12-21 2026-12-22 2026-12-23 2026-12-24 2026-12-25 2026-12-26 2026-12-27")]
    [TestCase("DTSTART;X-NAME=\"a:b\";VALUE=DATE:20261224", "2026-12-24")]
    [TestCase("DTSTART:20261224\nBEGIN:VALARM\nDTSTART:20260101T090000\nTRIGGER:-PT15M\nEND:VALARM", "2026-12-24")]
    [TestCase("DTSTART:20261224\nSTATUS:CANCELLED", "")]
    public void Event_OfWholeDays_IsThoseDays(string lines, string days) => Assert.That(DaysOf(Event(lines)), Is.EqualTo(days));

    [TestCase("FREQ=YEARLY", "2026-05-04 2027-05-04 2028-05-04 2029-05-04 2030-05-04")]
    [TestCase("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4;INTERVAL=1;WKST=MO", "2026-05-04 2027-05-04 2028-05-04 2029-05-04 2030-05-04")]
    [TestCase("FREQ=YEARLY;UNTIL=20280101", "2026-05-04 2027-05-04")]
    [TestCase("FREQ=YEARLY;UNTIL=20270504T000000Z", "2026-05-04 2027-05-04")]
    [TestCase("FREQ=YEARLY;COUNT=3", "2026-05-04")]
    public void Event_EveryYear_IsListedForFiveYears(string rule, string days) =>
        Assert.That(DaysOf(Event($"DTSTART:20240504\nRRULE:{rule}")), Is.EqualTo(days));

    [Test]
    public void Event_OnLeapDayEveryYear_IsInLeapYearsOnly() =>
        Assert.That(DaysOf(Event("DTSTART:20240229\nRRULE:FREQ=YEARLY")), Is.EqualTo("2028-02-29"));

    [Test]
    public void Days_InThePast_AreLeftOut_AndCounted()
    {
        var file = CalendarReader.Read(File(Event("DTSTART:20260228\nDURATION:P4D")), Today);

        Assert.That(Text(file), Is.EqualTo("2026-03-02 2026-03-03"));
        Assert.That(file.Past, Is.EqualTo(2));
    }

    [TestCase("SUMMARY:Brugdag", "Brugdag")]
    [TestCase("SUMMARY;LANGUAGE=nl:Brugdag\\, hele dag\\; dicht", "Brugdag, hele dag; dicht")]
    [TestCase("SUMMARY:Brug\n dag na Hemel\n\tvaart", "Brugdag na Hemelvaart")]
    [TestCase("SUMMARY:Brug\\ndag", "Brug dag")]
    public void Name_IsReadAsWritten(string summary, string name) =>
        Assert.That(
            CalendarReader.Read(File($"BEGIN:VEVENT\nDTSTART:20261224\n{summary}\nEND:VEVENT"), Today).Days.Single().Name,
            Is.EqualTo(name));

    [TestCase("DTSTART:20261224T090000Z", 3, CalendarTrouble.HasTime)]
    [TestCase("DTSTART:20261224\nDTEND:20261224T170000", 4, CalendarTrouble.HasTime)]
    [TestCase("DTSTART:20261224\nDURATION:PT8H", 4, CalendarTrouble.HasTime)]
    [TestCase("DTSTART:24-12-2026", 3, CalendarTrouble.NotADate)]
    [TestCase("DTSTART:20260230", 3, CalendarTrouble.NotADate)]
    [TestCase("DTSTART:99990101", 3, CalendarTrouble.NotADate)]
    [TestCase("DTSTART:20261224\nDTEND:20261223", 4, CalendarTrouble.EndsTooSoon)]
    [TestCase("DTSTART:20261224\nDTEND:20270224", 4, CalendarTrouble.TooLong)]
    [TestCase("DTSTART:20261224\nRRULE:FREQ=WEEKLY", 4, CalendarTrouble.ComesBackOtherwise)]
    [TestCase("DTSTART:20261224\nRRULE:FREQ=YEARLY;INTERVAL=2", 4, CalendarTrouble.ComesBackOtherwise)]
    [TestCase("DTSTART:20261224\nRRULE:FREQ=YEARLY;BYDAY=4TH", 4, CalendarTrouble.ComesBackOtherwise)]
    [TestCase("DTSTART:20261224\nRRULE:FREQ=YEARLY;BYMONTH=11", 4, CalendarTrouble.ComesBackOtherwise)]
    [TestCase("DTSTART:20261224\nRRULE:UNTIL=20270101", 4, CalendarTrouble.ComesBackOtherwise)]
    [TestCase("DTSTART:20261224\nRRULE:FREQ=YEARLY\nEXDATE:20271224", 5, CalendarTrouble.ComesBackOtherwise)]
    [TestCase("LOCATION:Utrecht", 2, CalendarTrouble.NoStart)]
    [TestCase("DTSTART:20261224\nnonsense", 4, CalendarTrouble.NotALine)]
    [TestCase("DTSTART:20261224\nEND:VTODO", 4, CalendarTrouble.NotALine)]
    public void Event_ThatCannotBeRead_NamesItsLine_AndTheFileHasNoDays(string lines, int line, CalendarTrouble trouble)
    {
        var file = CalendarReader.Read(File(Event(lines), Event("DTSTART:20261225")), Today);

        Assert.That(file.Problems.Select(problem => (problem.Line, problem.Trouble)), Does.Contain((line, trouble)));
        Assert.That(file.Days, Is.Empty);
    }

    [TestCase("", 1, CalendarTrouble.NotACalendar)]
    [TestCase("Datum;Naam\n24-12-2026;Dicht", 1, CalendarTrouble.NotACalendar)]
    [TestCase("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261224\nSUMMARY:Dicht", 4, CalendarTrouble.NotEnded)]
    [TestCase("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261224\nEND:VEVENT\nEND:VCALENDAR", 2, CalendarTrouble.NoName)]
    public void File_ThatIsNoWholeCalendar_IsAProblem(string file, int line, CalendarTrouble trouble) =>
        Assert.That(CalendarReader.Read(file, Today).Problems.Select(one => (one.Line, one.Trouble)), Does.Contain((line, trouble)));

    [Test]
    public void File_WithTooManyDays_IsAProblem()
    {
        var events = Enumerable.Range(0, 201).Select(index => Event($"DTSTART:{Today.PlusDays(index).ToString("uuuuMMdd", null)}"));

        Assert.That(
            CalendarReader.Read(File([.. events]), Today).Problems.Select(problem => problem.Trouble),
            Is.EqualTo(new[] { CalendarTrouble.TooMany }));
    }

    [Test]
    public void File_WithWindowsLineEndsAndAByteOrderMark_IsRead() =>
        Assert.That(
            Text(CalendarReader.Read('\uFEFF' + File(Event("DTSTART:20261224")).Replace("\n", "\r\n", StringComparison.Ordinal), Today)),
            Is.EqualTo("2026-12-24"));

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool AnyFile_IsEitherReadOrHasAProblem_AndHasNoDayTwiceOrInThePast(string[] lines)
    {
        var text = string.Join('\n', (lines ?? []).Select(line => line ?? ""));
        var (any, almost) = (CalendarReader.Read(text, Today), CalendarReader.Read(File(Event("DTSTART:20261224\n" + text)), Today));
        return new[] { any, almost }.All(file => (file.Days.Count == 0 || file.Problems.Count == 0)
            && file.Days.All(day => day.Date >= Today) && file.Days.Select(day => day.Date).Distinct().Count() == file.Days.Count);
    }

    private static string DaysOf(string lines)
    {
        var file = CalendarReader.Read(File(lines), Today);
        Assert.That(file.Problems, Is.Empty);
        return Text(file);
    }

    private static string Text(CalendarFile file) => string.Join(' ', file.Days.Select(day => LocalDatePattern.Iso.Format(day.Date)));

    private static string Event(string lines) => $"BEGIN:VEVENT\n{lines}\nSUMMARY:Dicht\nEND:VEVENT";

    private static string File(params string[] events) => $"BEGIN:VCALENDAR\n{string.Join('\n', events)}\nEND:VCALENDAR\n";
}
