using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>Answers of people who are late, change their minds, can't make it, or leave.</summary>
internal static class MessyAnswers
{
    public static IEnumerable<PlannedAction> AfterInvitation(
        bool saysYes, SeededRandom random, DateTimeOffset answeredAt, Clicker click, AnswerCounts counts)
    {
        if (saysYes && random.Chance(0.08))
        {
            yield return click.PlanClick(answeredAt.AddMinutes(20), "invitation.takeBack", onAccepted: () => counts.Yes--);
        }

        if (random.Chance(0.05))
        {
            // This click comes after the round is settled, when answers are no longer accepted.
            yield return click.PlanClick(answeredAt.AddHours(60), "invitation.yes", new JsonObject { ["gaps"] = "0" });
        }

        if (random.Chance(0.03))
        {
            yield return click.PlanClick(answeredAt.AddMinutes(5), "invitation.pause");
        }

        if (random.Chance(0.01))
        {
            yield return click.Plan(answeredAt.AddHours(3), _ => click.Server.Teams.BlockAsync(click.Person));
        }

        if (random.Chance(0.01))
        {
            yield return click.Plan(answeredAt.AddHours(4), cancellation => click.Server.Teams.UninstallAsync(click.Person, cancellation));
        }
    }

    public static IEnumerable<PlannedAction> ToMeeting(SeededRandom random, DateTimeOffset now, Clicker click)
    {
        if (random.Chance(0.1))
        {
            yield return click.Plan(now.AddMinutes(30), async cancellation =>
            {
                var answer = await click.ClickAsync("connection.cantMakeIt", null, cancellation);
                if (answer.CardJson is { } json && new CardView(json) is var card && card.Has("connection.move"))
                {
                    await ChooseAsync(card, random, click, cancellation);
                }
                else if (answer.CardJson is { } other && CardView.Has(other, "connection.leave"))
                {
                    await click.ClickAsync("connection.leave", null, cancellation);
                }
            });
        }
        else if (random.Chance(0.05))
        {
            yield return click.Plan(now.AddMinutes(45), _ => DeclineAsync(click));
        }
    }

    public static IEnumerable<PlannedAction> ToOtherGap(CardView card, SeededRandom random, DateTimeOffset now, Clicker click) =>
        [click.Plan(now.AddMinutes(5), cancellation => ChooseAsync(card, random, click, cancellation))];

    private static Task ChooseAsync(CardView card, SeededRandom random, Clicker click, CancellationToken cancellation) =>
        random.Next(10) switch
        {
            < 6 => click.ClickAsync("connection.move", new JsonObject { ["moment"] = random.Pick(card.Choices("moment")) }, cancellation),
            < 8 => click.ClickAsync("connection.callOff", null, cancellation),
            < 9 => click.ClickAsync("connection.keep", null, cancellation),
            _ => Task.CompletedTask,
        };

    private static Task DeclineAsync(Clicker click)
    {
        var tenant = click.Server.Tenant;
        var meetings = tenant.Calendar.ServiceEventsOf(click.Person.Mail ?? "", tenant.Now, tenant.Now + NodaTime.Duration.FromDays(7));
        return meetings is [{ Event: { } item }, ..] ? tenant.Outlook.DeclineEventAsync(click.Person, item.Id) : Task.CompletedTask;
    }
}
