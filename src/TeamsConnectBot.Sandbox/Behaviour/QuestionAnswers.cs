using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>How simulated people respond to the cards of questions to colleagues, their own and those of others.</summary>
internal static class QuestionAnswers
{
    private const string AskMe = "askMe";
    private const string Slot = "slot";

    /// <returns>Null when the card is about something else, or is left unanswered.</returns>
    public static PlannedAction? To(
        CardView card, SeededRandom random, Habits habits, DateTimeOffset now, Clicker click, AnswerCounts counts)
    {
        if (card.Has("help.yes"))
        {
            return ToOffer(card, random, habits, now, click);
        }

        var at = now.AddMinutes(1 + random.Next(4));
        return card.Has("help.send") ? click.Plan(at, cancellation => QuestionAsking.SendAsync(click, counts, cancellation))
            : card.Has("help.preview")
                ? click.Plan(at, cancellation => QuestionAsking.FillInAsync(click, random, counts, cancellation))
            : card.Has("help.helped") ? ToDidItHelp(random, now, click)
            : card.Has("help.offers") && card.Inputs().ContainsKey(AskMe) ? ToAskMeToo(random, at, click)
            : null;
    }

    /// <summary>After joining, everybody asks for the card on which they say that they may be asked.</summary>
    public static PlannedAction AskMeToo(Person person, SandboxServer server, SeededRandom random) => new(
        person.ObjectId, server.Tenant.Clock.GetUtcNow().AddMinutes(25 + random.Next(20)),
        cancellation => server.Teams.SayAsync(
            person, person.Language.StartsWith("nl", StringComparison.Ordinal) ? "vraag mij ook eens" : "ask me too", cancellation));

    private static PlannedAction ToAskMeToo(SeededRandom random, DateTimeOffset at, Clicker click) => click.PlanClick(
        at, "help.offers", new JsonObject
        {
            [AskMe] = "anything", ["askMeTopics"] = random.Chance(0.5) ? QuestionAsking.TopicsOf(click.Person, ref random) : "",
        });

    // As with an invitation: a tick, 'not this time', or nothing.
    private static PlannedAction? ToOffer(CardView card, SeededRandom random, Habits habits, DateTimeOffset now, Clicker click)
    {
        var saysYes = random.Chance(habits.Yes);
        var saysNo = random.Chance(0.5);
        var at = now.AddMinutes(2 + random.Next(298));
        return saysYes ? click.Plan(at, cancellation => TickAsync(click, random, cancellation))
            : saysNo ? click.PlanClick(at, "help.notnow")
            : null;
    }

    // Whoever ticks a moment that has passed by the time they look reads so, and ticks one of those that are left.
    private static async Task TickAsync(Clicker click, SeededRandom random, CancellationToken cancellation)
    {
        var moments = click.Card.Choices(Slot);
        while (moments.Count > 0)
        {
            var answer = await click.ClickAsync("help.yes", new JsonObject { [Slot] = random.Pick(moments) }, cancellation);
            var left = answer.CardJson is { } shown ? new CardView(shown).Choices(Slot) : [];
            moments = left.Count < moments.Count ? left : [];
        }
    }

    private static PlannedAction ToDidItHelp(SeededRandom random, DateTimeOffset now, Clicker click)
    {
        var (answers, thanks) = (random.Chance(0.9), random.Chance(0.5));
        var said = random.Chance(0.8) ? "yes" : random.Chance(0.75) ? "bit" : "no";
        return click.Plan(now.AddMinutes(1 + random.Next(59)), async cancellation =>
        {
            if (answers
                && (await click.ClickAsync("help.helped", new JsonObject { ["helped"] = said }, cancellation)).CardJson is { } json
                && new CardView(json) is var card && card.Has("help.thanks") && thanks)
            {
                var words = click.Person.Language.StartsWith("nl", StringComparison.Ordinal)
                    ? "Dank je wel, nu kan ik zelf verder."
                    : "Thank you, now I can go on by myself.";
                await (click with { Card = card }).ClickAsync("help.thanks", new JsonObject { ["words"] = words }, cancellation);
            }
        });
    }
}
