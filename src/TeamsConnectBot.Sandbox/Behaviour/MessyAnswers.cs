using System.Text.Json.Nodes;
using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>People as they are: late, of two minds, called away, or gone.</summary>
internal static class MessyAnswers
{
    public static IEnumerable<PlannedAct> AfterInvitation(bool saysYes, SeededRandom luck, DateTimeOffset answeredAt, Clicker click, AnswerCounts counts)
    {
        if (saysYes && luck.Chance(0.08))
        {
            yield return click.Plan(answeredAt.AddMinutes(20), async cancellation =>
            {
                if ((await click.Async("invitation.takeBack", [], cancellation)).Ok)
                {
                    counts.Yes--;
                }
            });
        }

        if (luck.Chance(0.05))
        {
            // Long after the answers closed.
            yield return click.Plan(answeredAt.AddHours(60), cancellation =>
                click.Async("invitation.yes", new JsonObject { ["gaps"] = "0" }, cancellation));
        }

        if (luck.Chance(0.03))
        {
            yield return click.Plan(answeredAt.AddMinutes(5), cancellation => click.Async("invitation.pause", [], cancellation));
        }

        if (luck.Chance(0.01))
        {
            yield return click.Plan(answeredAt.AddHours(3), _ => click.Teams.BlockAsync(click.Person));
        }

        if (luck.Chance(0.01))
        {
            yield return click.Plan(answeredAt.AddHours(4), cancellation => click.Teams.UninstallAsync(click.Person, cancellation));
        }
    }

    public static IEnumerable<PlannedAct> ToConnection(SeededRandom luck, DateTimeOffset now, Clicker click)
    {
        if (luck.Chance(0.1))
        {
            yield return click.Plan(now.AddMinutes(30), async cancellation =>
            {
                var answer = await click.Async("connection.cantMakeIt", [], cancellation);
                if (answer.CardJson is { } json && new CardView(json) is { } card && card.Has("connection.move"))
                {
                    await ChooseAsync(card, luck, click, cancellation);
                }
            });
        }
        else if (luck.Chance(0.05))
        {
            yield return click.Plan(now.AddMinutes(45), cancellation => DeclineAsync(click));
        }
    }

    public static IEnumerable<PlannedAct> ToOtherGap(CardView card, SeededRandom luck, DateTimeOffset now, Clicker click)
    {
        yield return click.Plan(now.AddMinutes(5), cancellation => ChooseAsync(card, luck, click, cancellation));
    }

    private static Task ChooseAsync(CardView card, SeededRandom luck, Clicker click, CancellationToken cancellation) => luck.Next(10) switch
    {
        < 6 => click.Async("connection.move", new JsonObject { ["moment"] = luck.Pick(card.Choices("moment")) }, cancellation),
        < 8 => click.Async("connection.callOff", [], cancellation),
        < 9 => click.Async("connection.keep", [], cancellation),
        _ => Task.CompletedTask,
    };

    private static async Task DeclineAsync(Clicker click)
    {
        var now = click.Tenant.Now;
        var coming = click.Tenant.Calendar.ServiceEventsOf(click.Person.Mail ?? "", now, now + NodaTime.Duration.FromDays(7));
        if (coming is [{ Event: { } item }, ..])
        {
            await click.Tenant.Outlook.DeclineEventAsync(click.Person, item.Id);
        }
    }
}
