using System.Text.Json.Nodes;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>What someone does with a card, by the buttons it has.</summary>
internal static class Answers
{
    public static IEnumerable<PlannedAct> To(
        CardView card, string messageId, int occasion, Person person, SandboxServer server, Habits habits, AnswerCounts counts)
    {
        var now = server.Tenant.Clock.GetUtcNow();
        var click = new Clicker(server, person, messageId, card);
        if (card.Has("join"))
        {
            return Join(card, habits.For(person.ObjectId, "join"), now, click, counts);
        }

        if (card.Has("invitation.yes"))
        {
            counts.Invitations++;
            return Invited(card, habits.For(person.ObjectId, $"invitation {occasion}"), habits, now, click, counts);
        }

        if (card.Has("didYouMeet.yes"))
        {
            return Asked(habits.For(person.ObjectId, $"met {occasion}"), habits, now, click, counts);
        }

        return habits.Messy && card.Has("connection.cantMakeIt")
            ? MessyAnswers.ToConnection(habits.For(person.ObjectId, $"connection {occasion}"), now, click)
            : card.Has("connection.move") ? MessyAnswers.ToOtherGap(card, habits.For(person.ObjectId, $"gap {occasion}"), now, click) : [];
    }

    private static IEnumerable<PlannedAct> Join(CardView card, SeededRandom luck, DateTimeOffset now, Clicker click, AnswerCounts counts)
    {
        var inputs = card.Inputs();
        inputs["allowGaps"] = "true";
        inputs["allowAiUse"] = luck.Chance(0.6) ? "true" : "false";
        if (inputs.ContainsKey("allowSources"))
        {
            inputs["allowSources"] = inputs["allowAiUse"]!.DeepClone();
        }

        yield return click.Plan(now + Minutes(luck, 1, 20), async cancellation =>
        {
            if ((await click.Async("join", inputs, cancellation)).Ok)
            {
                counts.Joined++;
            }
        });
    }

    private static IEnumerable<PlannedAct> Invited(
        CardView card, SeededRandom luck, Habits habits, DateTimeOffset now, Clicker click, AnswerCounts counts)
    {
        var saysYes = luck.Chance(habits.Yes);
        var at = now + Minutes(luck, 2, 300);
        if (saysYes)
        {
            var inputs = new JsonObject { ["gaps"] = string.Join(',', Ticked(card.Choices("gaps"), ref luck, habits.Tick)) };
            if (card.Inputs().ContainsKey("opensTable"))
            {
                inputs["opensTable"] = luck.Chance(0.2) ? "true" : "false";
            }

            yield return click.Plan(at, async cancellation =>
            {
                if ((await click.Async("invitation.yes", inputs, cancellation)).Ok)
                {
                    counts.Yes++;
                }
            });
        }
        else if (luck.Chance(0.5))
        {
            yield return click.Plan(at, cancellation => click.Async("invitation.notThisWeek", [], cancellation));
        }

        if (habits.Messy)
        {
            foreach (var act in MessyAnswers.AfterInvitation(saysYes, luck, at, click, counts))
            {
                yield return act;
            }
        }
    }

    private static IEnumerable<PlannedAct> Asked(SeededRandom luck, Habits habits, DateTimeOffset now, Clicker click, AnswerCounts counts)
    {
        if (!luck.Chance(habits.TellsMet))
        {
            yield break;
        }

        var verb = luck.Chance(0.08) ? "didYouMeet.no" : luck.Chance(0.3) ? "didYouMeet.again" : "didYouMeet.yes";
        yield return click.Plan(now + Minutes(luck, 1, 60), async cancellation =>
        {
            if ((await click.Async(verb, [], cancellation)).Ok && verb != "didYouMeet.no")
            {
                counts.Met++;
            }
        });
    }

    private static List<string> Ticked(IReadOnlyList<string> choices, ref SeededRandom luck, double chance)
    {
        var ticked = new List<string>();
        foreach (var choice in choices)
        {
            if (luck.Chance(chance))
            {
                ticked.Add(choice);
            }
        }

        return ticked.Count > 0 || choices.Count == 0 ? ticked : [luck.Pick(choices)];
    }

    internal static TimeSpan Minutes(SeededRandom luck, int least, int most) => TimeSpan.FromMinutes(least + luck.Next(most - least));
}
