using System.Globalization;
using NodaTime;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>The sign-in log of the last week, newest first, with failed sign-ins among the others.</summary>
internal sealed class SignInEndpoint(SandboxTenant tenant)
{
    private const int Days = 7;
    private const int MostPerPage = 1000;

    private static readonly string[] MayRead = ["AuditLog.Read.All"];

    private readonly SlidingLimit limit = new(5, TimeSpan.FromSeconds(10), TimeProvider.System);

    public IEnumerable<GraphRoute> Routes =>
        [new("GET", "auditLogs/signIns", "signIns", MayRead, List) { Contract = GraphContract.Directory("signIn") }];

    private GraphReply List(GraphCall request)
    {
        if (limit.Enter() is { Ticks: > 0 } wait)
        {
            return GraphReply.Error(429, "TooManyRequests", "Please retry again later.", wait.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
        }

        return Paging.Page(request, [.. SignIns()], "auditLogs/signIns", MostPerPage, MostPerPage, (writer, signIn) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", NameBasedGuid.Of($"{signIn.Person.Id} {signIn.Day}"));
            writer.WriteString("createdDateTime", GraphTimes.FormatUtc(signIn.Day.At(new LocalTime(9, 0)).InZoneLeniently(signIn.Person.TimeZone).ToInstant()));
            writer.WriteString("userId", signIn.Person.ObjectId);
            writer.WriteString("userPrincipalName", signIn.Person.UserPrincipalName);
            writer.WriteString("userDisplayName", signIn.Person.Name);
            writer.WriteString("appDisplayName", "ChatGPT");
            writer.WriteBoolean("isInteractive", true);
            writer.WriteStartObject("status");
            writer.WriteNumber("errorCode", signIn.Failed ? 50126 : 0);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }

    private IEnumerable<(Person Person, LocalDate Day, bool Failed)> SignIns()
    {
        var today = tenant.Now.InUtc().Date;
        for (var back = 1; back <= Days; back++)
        {
            var day = today.PlusDays(-back);
            var used = tenant.People.All.Where(person => tenant.Organisation.UsedAi(person, day))
                .OrderByDescending(person => day.At(new LocalTime(9, 0)).InZoneLeniently(person.TimeZone).ToInstant());
            foreach (var person in used)
            {
                yield return (person, day, SeededRandom.Mix(1, person.ObjectId) % 5 == 0);
            }
        }
    }
}
