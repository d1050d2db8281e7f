using TeamsConnectBot.Sandbox.Clock;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>The sign-in log of the last week, newest first, with some failed sign-ins in it.</summary>
internal sealed class SignInEndpoint(SandboxTenant tenant)
{
    private const int Days = 7;
    private const int MostPerPage = 1000;

    private static readonly string[] MayRead = ["AuditLog.Read.All"];

    private readonly SlidingLimit limit = new(TimeProvider.System, (5, TimeSpan.FromSeconds(10)));

    public IEnumerable<GraphRoute> Routes => [new("GET", "auditLogs/signIns", "signIns", MayRead, List, GraphContract.Directory("signIn"))];

    private GraphReply List(GraphCall request) => limit.Enter() is { Ticks: > 0 } wait
        ? GraphReply.Throttled(wait.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture))
        : Paging.Page(
            request, [.. SignIns()], "auditLogs/signIns", MostPerPage, MostPerPage,
            (writer, signIn) => Describe(signIn.Person, signIn.Day).WriteTo(writer));

    private static JsonObject Describe(Person person, LocalDate day) => new()
    {
        ["id"] = NameBasedGuid.Of($"{person.Id} {day}"),
        ["createdDateTime"] = GraphTimes.FormatUtc(TimeOn(day, person)),
        ["userId"] = person.ObjectId,
        ["userPrincipalName"] = person.UserPrincipalName,
        ["userDisplayName"] = person.Name,
        ["appDisplayName"] = "ChatGPT",
        ["isInteractive"] = true,
        ["status"] = new JsonObject { ["errorCode"] = SeededRandom.Mix(1, person.ObjectId) % 5 == 0 ? 50126 : 0 },
    };

    private IEnumerable<(Person Person, LocalDate Day)> SignIns() =>
        from back in Enumerable.Range(1, Days)
        let day = tenant.Now.InUtc().Date.PlusDays(-back)
        let users = tenant.People.All.Where(person => tenant.Organisation.UsedAi(person, day))
        from person in users.OrderByDescending(person => TimeOn(day, person))
        select (person, day);

    private static Instant TimeOn(LocalDate day, Person person) => day.At(new LocalTime(9, 0)).InZoneLeniently(person.TimeZone).ToInstant();
}
