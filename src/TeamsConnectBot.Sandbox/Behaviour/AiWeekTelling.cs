using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>
/// On Friday afternoon, people who allowed it and whom the usage report does not cover tell the bot how much they worked with AI this
/// week. They tell the truth.
/// </summary>
internal static class AiWeekTelling
{
    private static readonly LocalTime Afternoon = new(15, 0);

    public static PlannedAction Next(Person person, SandboxServer server, Habits habits, AnswerCounts counts)
    {
        var friday = server.Tenant.Now.InZone(person.TimeZone).Date.Next(IsoDayOfWeek.Friday);
        var at = person.TimeZone.AtLeniently(friday.At(Afternoon)).ToDateTimeOffset();
        return new PlannedAction(
            person.ObjectId, at.AddMinutes(habits.For(person.ObjectId, $"tell {friday:R}").Next(60)).ToUniversalTime(),
            cancellation => TellAsync(person, server, friday, counts, cancellation))
        {
            Then = () => Tells(person, counts) ? Next(person, server, habits, counts) : null,
        };
    }

    private static async Task TellAsync(
        Person person, SandboxServer server, LocalDate friday, AnswerCounts counts, CancellationToken cancellation)
    {
        if (Tells(person, counts) && server.Tenant.Chats.Of(person) is { Installed: true, Blocked: false }
            && await server.Teams.SayAsync(person, WordsOf(person, server.Tenant.Organisation, friday), cancellation) is >= 200 and < 300)
        {
            counts.BandsTold++;
        }
    }

    private static bool Tells(Person person, AnswerCounts counts) =>
        !person.HasLicence && counts.AllowsAi.GetValueOrDefault(person.ObjectId);

    private static string WordsOf(Person person, OrganisationData organisation, LocalDate friday)
    {
        var isDutch = person.Language.StartsWith("nl", StringComparison.Ordinal);
        return AiWeek.ShareOf(person, organisation, friday.PlusDays(-6), friday) switch
        {
            >= AiWeek.HeavyFrom => isDutch ? "ai week veel" : "ai week a lot",
            > 0 => isDutch ? "ai week soms" : "ai week sometimes",
            _ => isDutch ? "ai week niet" : "ai week hardly",
        };
    }
}
