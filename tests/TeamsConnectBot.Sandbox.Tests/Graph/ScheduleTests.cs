using System.Globalization;
using System.Net;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Graph;

internal sealed class ScheduleTests : SandboxFixture
{
    private const string Week = "2026-03-02T00:00:00/2026-03-09T00:00:00";

    private string Path => $"/users/{Server.ServiceMailbox}/calendar/getSchedule";

    private Person Colleague => Server.Tenant.People.All[1];

    [TestCase(21, Week, 30)]
    [TestCase(0, Week, 30)]
    [TestCase(1, Week, 4)]
    [TestCase(1, Week, 1441)]
    [TestCase(1, "2026-03-02T00:00:00/2026-05-03T00:00:00", 30)]
    [TestCase(1, "2026-03-02T00:00:00/2026-03-02T00:00:00", 30)]
    public async Task GetSchedule_OutsideItsLimits_Is400(int addresses, string period, int interval)
    {
        using var response = await GraphAsync("POST", Path, Body(Enumerable.Repeat(Colleague.Mail!, addresses), period, interval));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task GetSchedule_UnknownPersonOrNoMailbox_FailsOnlyForThem()
    {
        var noMailbox = Server.Tenant.People.All[EdgeCasePeople.WithoutMailbox];
        var answer = await GraphJsonAsync("POST", Path, Body([Colleague.Mail!, "nobody@gezellig.example", noMailbox.UserPrincipalName]));
        var errors = answer["value"]!.AsArray().Select(schedule => (string?)schedule!["error"]?["responseCode"]);

        Assert.That(errors, Is.EqualTo(new[] { null, "ErrorMailRecipientNotFound", "ErrorMailRecipientNotFound" }));
    }

    [Test]
    public async Task GetSchedule_CustomZone_HasABiasAndNoKnownName()
    {
        var answer = await GraphJsonAsync("POST", Path, Body([Server.Tenant.People.All[EdgeCasePeople.CustomZone].Mail!]));
        var zone = answer["value"]![0]!["workingHours"]!["timeZone"]!;

        Assert.Multiple(() =>
        {
            Assert.That((string?)zone["@odata.type"], Is.EqualTo("#microsoft.graph.customTimeZone"));
            Assert.That((int?)zone["bias"], Is.EqualTo(-60));
            Assert.That((int?)zone["daylightOffset"]!["daylightBias"], Is.EqualTo(-60));
        });
    }

    [Test]
    public async Task GetSchedule_WindowsZone_HasItsWindowsName()
    {
        var person = Server.Tenant.People.All[EdgeCasePeople.WindowsZone];
        var answer = await GraphJsonAsync("POST", Path, Body([person.Mail!]));

        Assert.That((string?)answer["value"]![0]!["workingHours"]!["timeZone"]!["name"], Does.EndWith("Standard Time"));
    }

    [Test]
    public async Task GetSchedule_Times_HaveSevenDecimalsInThePreferredZone()
    {
        var utc = await GraphJsonAsync("POST", Path, Body([Colleague.Mail!]));
        var amsterdam = await GraphJsonAsync(
            "POST", Path, Body([Colleague.Mail!]), ("Prefer", "outlook.timezone=\"W. Europe Standard Time\""));
        var first = (string)utc["value"]![0]!["scheduleItems"]![0]!["start"]!["dateTime"]!;
        var second = amsterdam["value"]![0]!["scheduleItems"]![0]!["start"]!;

        Assert.Multiple(() =>
        {
            Assert.That(first, Does.Match(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}$"));
            Assert.That((string?)second["timeZone"], Is.EqualTo("W. Europe Standard Time"));
            Assert.That(Parse((string)second["dateTime"]!) - Parse(first), Is.EqualTo(TimeSpan.FromHours(1)));
        });
    }

    [Test]
    public async Task GetSchedule_View_IsTheHighestStatusOfEachSlot()
    {
        var answer = await GraphJsonAsync(
            "POST", Path, Body(Server.Tenant.People.All.Take(20).Select(person => person.UserPrincipalName), Week, 60));
        var start = Instant.FromUtc(2026, 3, 2, 0, 0);
        foreach (var schedule in answer["value"]!.AsArray().Where(schedule => schedule!["error"] is null))
        {
            var person = Server.Tenant.People.ByAddress((string)schedule!["scheduleId"]!)!;
            var items = Server.Tenant.Calendar.EventsOf(person, start, start + Duration.FromDays(7));
            var expected = Enumerable.Range(0, 7 * 24).Select(hour =>
                items.Where(item => item.Start < start + Duration.FromHours(hour + 1) && start + Duration.FromHours(hour) < item.End)
                    .Select(item => item.Status switch
                    {
                        BusyStatus.Tentative => '1',
                        BusyStatus.Busy => '2',
                        BusyStatus.Oof => '3',
                        _ => '0',
                    })
                    .DefaultIfEmpty('0').Max());
            Assert.That((string?)schedule["availabilityView"], Is.EqualTo(string.Concat(expected)), person.Id);
        }
    }

    [Test]
    public async Task GetSchedule_TwentyPeople_HasStatusesInBothCases()
    {
        var answer = await GraphJsonAsync("POST", Path, Body(Server.Tenant.People.All.Take(20).Select(person => person.UserPrincipalName)));
        var statuses = answer["value"]!.AsArray().SelectMany(schedule => schedule!["scheduleItems"]?.AsArray() ?? [])
            .Select(item => (string?)item!["status"]).ToHashSet();

        Assert.That(statuses, Is.SupersetOf(new[] { "busy", "Busy" }));
    }

    [Test]
    public async Task GetSchedule_WithReadBasicOnly_ShowsNoSubjects()
    {
        Server.Options.GrantedPermissions = ["Calendars.ReadBasic.All"];

        using var response = await GraphAsync("POST", Path, Body([Colleague.Mail!]));

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("scheduleItems").And.Not.Contain("subject"));
    }

    [Test]
    public async Task GetSchedule_PascalCaseBody_IsUnderstood()
    {
        var body = new JsonObject
        {
            ["Schedules"] = new JsonArray(Colleague.Mail!),
            ["StartTime"] = new JsonObject { ["DateTime"] = "2026-03-02T00:00:00", ["TimeZone"] = "UTC" },
            ["EndTime"] = new JsonObject { ["DateTime"] = "2026-03-03T00:00:00", ["TimeZone"] = "UTC" },
            ["AvailabilityViewInterval"] = 60,
        };

        var answer = await GraphJsonAsync("POST", Path, body.ToJsonString());

        Assert.That(((string?)answer["value"]![0]!["availabilityView"])!.Length, Is.EqualTo(24));
    }

    [TestCase("timeZone")]
    [TestCase("language")]
    [TestCase("workingHours")]
    [TestCase("automaticRepliesSetting")]
    [TestCase("userPurpose")]
    public async Task MailboxSettings_OneSetting_IsReturned(string part)
    {
        using var response = await GraphAsync("GET", $"/users/{Colleague.ObjectId}/mailboxSettings/{part}");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task MailboxSettings_WithoutMailbox_Is404()
    {
        using var response = await GraphAsync(
            "GET", $"/users/{Server.Tenant.People.All[EdgeCasePeople.WithoutMailbox].ObjectId}/mailboxSettings");

        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await ErrorCodeAsync(response), Is.EqualTo("MailboxNotEnabledForRESTAPI"));
        });
    }

    private static JsonObject Body(IEnumerable<string> addresses, string period = Week, int interval = 30) => new()
    {
        ["schedules"] = new JsonArray([.. addresses.Select(address => (JsonNode)address)]),
        ["startTime"] = new JsonObject { ["dateTime"] = period.Split('/')[0], ["timeZone"] = "UTC" },
        ["endTime"] = new JsonObject { ["dateTime"] = period.Split('/')[1], ["timeZone"] = "UTC" },
        ["availabilityViewInterval"] = interval,
    };

    private static DateTime Parse(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
