using Microsoft.Data.Sqlite;
using TeamsConnectBot.Sandbox.Clock;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Unattended;

namespace TeamsConnectBot.Sandbox.Tests.Unattended;

/// <summary>
/// How soon people had company after a week with much AI. Of two colleagues one works with AI every day; the weeks that end on 8 and 15
/// March count, because two weeks followed. The meetings are written into the few columns that are read.
/// </summary>
internal sealed class AiWeekCountTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);
    private static readonly Person Heavy = NewPerson(1);
    private static readonly Person Other = NewPerson(2);

    private readonly string name = $"count-{Guid.CreateVersion7(Start):N}";
    private SqliteConnection database = null!;
    private int meetings;

    private string Source => $"Data Source={name};Mode=Memory;Cache=Shared";

    [SetUp]
    public void Create()
    {
        meetings = 0;
        database = new SqliteConnection(Source);
        database.Open();
        Run("""
            CREATE TABLE Invitations (PersonId TEXT, SentAt INTEGER, IsHost INTEGER, State TEXT);
            CREATE TABLE Connections (Id TEXT, EventId TEXT, State TEXT, StartsAt INTEGER);
            CREATE TABLE Members (ConnectionId TEXT, PersonId TEXT, Coming INTEGER, Answer TEXT);
            """);
    }

    [TearDown]
    public void Drop() => database.Dispose();

    [Test]
    public void HeavyWeeks_AreThoseOfWhoeverUsedAi_AsFarAsTwoWeeksFollowed()
    {
        var count = Count();
        Assert.That((count.Of([Heavy.ObjectId]).HeavyWeeks, count.Of([Other.ObjectId]).HeavyWeeks), Is.EqualTo((2, 0)));
    }

    [TestCase("Met", "Met", true)]
    [TestCase("Asked", "AgainPlease", true, Description = "one who confirms it is enough, as for all meetings of the run")]
    [TestCase("DidNotMeet", "ThreeTimes", true)]
    [TestCase("Asked", "Asked", false)]
    [TestCase("DidNotMeet", "Asked", false)]
    public void Meeting_CountsOnceAMemberConfirmedIt(string own, string others, bool isCompany)
    {
        Meet(March(12), own, others);

        Assert.That(Count().Of([Heavy.ObjectId]).WithinFiveDays, Is.EqualTo(isCompany ? 0.5 : 0), "of two weeks");
    }

    [Test]
    public void Meeting_SomebodyCalledOff_IsNoCompanyForThem()
    {
        Meet(March(12), "Asked", "Met", coming: false);

        Assert.That(Count().Of([Heavy.ObjectId]).WithinFiveDays, Is.Zero);
    }

    [TestCase(13, 20, 5, 1.0, Description = "the Friday after each week")]
    [TestCase(16, 17, 6, 0.5)]
    [TestCase(8, 9, null, 0.5, Description = "the last day of a week is not after it, and nothing followed the second week")]
    public void Median_IsInWorkingDaysFromTheEndOfEachWeek(int first, int second, int? median, double withinFiveDays)
    {
        Meet(March(first), "Met", "Met");
        Meet(March(second), "Met", "Met");

        var heavy = Count().Of([Heavy.ObjectId]);
        Assert.That((heavy.MedianDaysToCompany, heavy.WithinFiveDays), Is.EqualTo((median, withinFiveDays)));
    }

    [TestCase(22, 0.0)]
    [TestCase(23, 0.5)]
    public void WithoutForTwoWeeks_IsTheShareOfWeeksWithoutAMeetingInFourteenDays(int day, double share)
    {
        Meet(March(day), "Met", "Met");

        Assert.That(Count().Of([Heavy.ObjectId]).WithoutForTwoWeeks, Is.EqualTo(share));
    }

    [TestCase(9, "Settled", 0.5, 0.5)]
    [TestCase(9, "LeftOut", 0.5, 0.5, Description = "a yes, though nobody was left to meet")]
    [TestCase(9, "Closed", 0.5, 0.0, Description = "not this week")]
    [TestCase(9, "Silent", 0.5, 0.0, Description = "no answer, or one that came after the answers had closed")]
    [TestCase(8, "Settled", 0.0, 0.0, Description = "the week's last day is not after it")]
    [TestCase(30, "Settled", 0.0, 0.0, Description = "too late for both weeks")]
    public void InvitedAndYes_AreTheSharesOfWeeksAfterWhichTheyFollowedWithinFiveWorkingDays(
        int day, string state, double invited, double yes)
    {
        var at = March(day).AtStartOfDayInZone(Heavy.TimeZone).PlusHours(10).ToInstant().ToUnixTimeMilliseconds();
        Run($"INSERT INTO Invitations VALUES ('{Heavy.ObjectId}', {at}, 0, '{state}')");

        var heavy = Count().Of([Heavy.ObjectId]);
        Assert.That((heavy.InvitedWithinFiveDays, heavy.YesWithinFiveDays), Is.EqualTo((invited, yes)), "of two weeks");
    }

    private static LocalDate March(int day) => new(2026, 3, day);

    private AiWeekCount Count()
    {
        var identity = new TenantIdentity
        {
            TenantId = new Guid(1, 0, 0, new byte[8]), AppId = new Guid(2, 0, 0, new byte[8]), GroupId = new Guid(3, 0, 0, new byte[8]),
            ClientSecret = "x", ServiceMailbox = "x",
        };
        var organisation = new OrganisationData([Heavy, Other], (_, _, _) => [], (person, _) => person.Id == Heavy.Id);
        var tenant = new SandboxTenant(organisation, new SandboxClock(Start.AddDays(28)), identity);
        return new AiWeekCount(new StoredRows(() => new SqliteConnection(Source)), tenant, Start);
    }

    private void Meet(LocalDate day, string own, string others, bool coming = true)
    {
        var id = $"m{meetings++}";
        var at = day.AtStartOfDayInZone(Heavy.TimeZone).PlusHours(10).ToInstant().ToUnixTimeMilliseconds();
        Run($"""
            INSERT INTO Connections VALUES ('{id}', 'event', 'Over', {at});
            INSERT INTO Members VALUES ('{id}', '{Heavy.ObjectId}', {(coming ? 1 : 0)}, '{own}');
            INSERT INTO Members VALUES ('{id}', '{Other.ObjectId}', 1, '{others}');
            """);
    }

    private void Run(string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static Person NewPerson(int number) => new()
    {
        Id = $"p{number}", ObjectId = new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), Name = $"Colleague {number}",
        UserPrincipalName = $"p{number}@sandbox.example", Mail = $"p{number}@sandbox.example", Language = "nl-NL",
        Zone = "Europe/Amsterdam",
    };
}
