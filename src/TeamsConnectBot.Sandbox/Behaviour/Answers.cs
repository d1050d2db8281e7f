using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>How simulated people respond to a card, depending on the buttons it has.</summary>
internal static class Answers
{
    // Before anybody asks, everybody has said whether they may be asked.
    private static readonly TimeSpan TimeToSayIt = TimeSpan.FromHours(1);

    public static IEnumerable<PlannedAction> To(
        CardView card, string messageId, int occasion, Person person, SandboxServer server, Habits habits, AnswerCounts counts)
    {
        var now = server.Tenant.Clock.GetUtcNow();
        var click = new Clicker(server, person, messageId, card);
        if (card.Has("join"))
        {
            var join = Join(card, habits.For(person.ObjectId, "join"), habits, now, click, counts);
            join = habits.Ai is null ? join : join.Append(AiWeekTelling.Next(person, server, habits, counts));
            return habits.Asks is null ? join : join.Concat(Asking(person, server, habits, counts));
        }

        if (card.Has("invitation.yes"))
        {
            counts.Invitations++;
            return ToInvitation(card, habits.For(person.ObjectId, $"invitation {occasion}"), habits, now, click, counts);
        }

        if (card.Has("didYouMeet.yes"))
        {
            return ToDidYouMeet(card, habits.For(person.ObjectId, $"met {occasion}"), now, click);
        }

        if (habits.Asks is not null
            && QuestionAnswers.To(card, habits.For(person.ObjectId, $"question {occasion}"), habits, now, click, counts) is { } planned)
        {
            return [planned];
        }

        return habits.Messy && card.Has("connection.cantMakeIt")
            ? MessyAnswers.ToMeeting(habits.For(person.ObjectId, $"connection {occasion}"), now, click)
            : card.Has("connection.move") ? MessyAnswers.ToOtherGap(card, habits.For(person.ObjectId, $"gap {occasion}"), now, click) : [];
    }

    private static IEnumerable<PlannedAction> Join(
        CardView card, SeededRandom random, Habits habits, DateTimeOffset now, Clicker click, AnswerCounts counts)
    {
        var inputs = card.Inputs();
        inputs["allowGaps"] = "true";
        var allowsAi = random.Chance(habits.Ai ?? 0.6);
        inputs["allowAiUse"] = allowsAi ? "true" : "false";
        if (inputs.ContainsKey("allowSources"))
        {
            inputs["allowSources"] = inputs["allowAiUse"]!.DeepClone();
        }

        yield return click.PlanClick(now + Minutes(random, 1, 20), "join", inputs, () =>
        {
            counts.Joined++;
            counts.AllowsAi[click.Person.ObjectId] = allowsAi;
        });
    }

    private static IEnumerable<PlannedAction> Asking(Person person, SandboxServer server, Habits habits, AnswerCounts counts)
    {
        yield return QuestionAnswers.AskMeToo(person, server, habits.For(person.ObjectId, "ask me too"));
        if (QuestionAsking.Next(person, server, habits, counts, server.Tenant.Clock.GetUtcNow() + TimeToSayIt) is { } question)
        {
            yield return question;
        }
    }

    private static IEnumerable<PlannedAction> ToInvitation(
        CardView card, SeededRandom random, Habits habits, DateTimeOffset now, Clicker click, AnswerCounts counts)
    {
        var saysYes = random.Chance(habits.Yes);
        var at = now + Minutes(random, 2, 300);
        if (saysYes)
        {
            var inputs = new JsonObject { ["gaps"] = string.Join(',', Ticked(card.Choices("gaps"), ref random)) };
            if (card.Inputs().ContainsKey("opensTable"))
            {
                inputs["opensTable"] = random.Chance(0.2) ? "true" : "false";
            }

            yield return click.PlanClick(at, "invitation.yes", inputs, () => counts.Yes++);
        }
        else if (random.Chance(0.5))
        {
            yield return click.PlanClick(at, "invitation.notThisWeek");
        }

        if (habits.Messy)
        {
            foreach (var action in MessyAnswers.AfterInvitation(saysYes, random, at, click, counts))
            {
                yield return action;
            }
        }
    }

    private static IEnumerable<PlannedAction> ToDidYouMeet(CardView card, SeededRandom random, DateTimeOffset now, Clicker click)
    {
        if (random.Chance(0.9))
        {
            var verb = random.Chance(0.08) ? "didYouMeet.no" : random.Chance(0.3) ? "didYouMeet.again" : "didYouMeet.yes";
            var at = now + Minutes(random, 1, 60);
            if (verb == "didYouMeet.again" && card.Has("didYouMeet.three") && random.Chance(0.3))
            {
                verb = "didYouMeet.three";
            }

            // In the middle of a season the card does not ask about another time.
            yield return click.PlanClick(at, card.Has(verb) ? verb : "didYouMeet.yes");
        }
    }

    // Each offered slot is ticked with the same probability, and at least one is.
    private static List<string> Ticked(IReadOnlyList<string> choices, ref SeededRandom random)
    {
        var ticked = new List<string>();
        foreach (var choice in choices)
        {
            if (random.Chance(0.7))
            {
                ticked.Add(choice);
            }
        }

        return ticked.Count > 0 || choices.Count == 0 ? ticked : [random.Pick(choices)];
    }

    private static TimeSpan Minutes(SeededRandom random, int least, int most) => TimeSpan.FromMinutes(least + random.Next(most - least));
}
