using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.HelpRequests;

/// <summary>'Ask me too': whether somebody may be asked for help, and about what. Only they see it.</summary>
internal sealed class AskMeToo(Database database, HelpApprovals approvals, HelpHosts hosts, CardComposer composer)
{
    // Longer than the most topics of the greatest length; what is longer was not typed into the card.
    private const int MostKept = 500;

    /// <summary>What somebody chose; where questions are not switched on and nothing was chosen, that they aren't.</summary>
    public async Task<Card> ShowAsync(Participant person, CancellationToken cancellationToken)
    {
        if (person.JoinedAt is null)
        {
            return PersonalCards.JoinFirst(person);
        }

        var row = await database.ReadAsync(
            db => db.Helpers.FindAsync([person.PersonId], cancellationToken).AsTask(), cancellationToken);

        // What was chosen before can always be withdrawn.
        return row is null && !await approvals.IsOnAsync(person.PoolId, cancellationToken)
            ? new HelpRefusedCard(PersonalCards.RefOf(person), HelpRefusal.NotHere)
            : Card(person, FormOf(row));
    }

    /// <summary>Saves a choice, or shows it again with what is wrong.</summary>
    public async Task<Card> SaveAsync(Participant person, string? choice, string? topics, CancellationToken cancellationToken)
    {
        var typed = OwnWords.OnOneLine(topics);
        var form = new AskMeForm(AskMeForm.ReadChoice(choice) ?? AskMeChoice.Off, typed[..Math.Min(typed.Length, MostKept)]);
        IReadOnlyList<string> split =
        [
            .. form.Topics.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        if (ProblemOf(AskMeForm.ReadChoice(choice), split, composer.ReaderFor(person).Texts.Helping) is { } problem)
        {
            return Card(person, form) with { Problem = problem };
        }

        if (form.Choice != AskMeChoice.Off
            && await ShowAsync(person, cancellationToken) is HelpRefusedCard refused)
        {
            return refused;
        }

        return await database.WriteAsync<Card>(
            async db => await PersonalCards.AwayAsync(db, person.PersonId, cancellationToken)
                ?? Card(person, FormOf(await KeepAsync(db, person.PersonId, form.Choice, split, cancellationToken)))
                    with { JustSaved = true },
            cancellationToken);
    }

    private static async Task<HelperRow?> KeepAsync(
        ConnectDb db, string personId, AskMeChoice choice, IReadOnlyList<string> topics, CancellationToken cancellationToken)
    {
        var row = await db.Helpers.FindAsync([personId], cancellationToken);
        if (choice == AskMeChoice.Off)
        {
            // When they were last asked stays until the allowance is over: switching off and on again brings no more questions.
            if (row is { LastAskedAt: not null })
            {
                (row.Anything, row.Topics) = (false, []);
            }
            else if (row is not null)
            {
                db.Helpers.Remove(row);
            }

            return null;
        }

        row ??= db.Helpers.Add(new HelperRow { PersonId = personId }).Entity;
        (row.Anything, row.Topics) = (choice == AskMeChoice.Anything, topics);
        return row;
    }

    private static string? ProblemOf(AskMeChoice? choice, IReadOnlyList<string> topics, HelpingTexts texts)
    {
        if (choice is null)
        {
            return texts.AskMeToo.Choice.Named;
        }

        if (topics.Count > AskMeForm.MostTopics)
        {
            return texts.AskMeToo.TooMany.With(("count", $"{topics.Count}"));
        }

        foreach (var topic in topics)
        {
            if (OwnWords.Problem(topic, AskMeForm.LongestTopic) is { } problem)
            {
                return texts.AskMeToo.About.With(
                    ("topic", topic), ("problem", texts.Problems.OfWords(problem, topic, AskMeForm.LongestTopic)));
            }
        }

        return choice == AskMeChoice.Topics && topics.Count == 0 ? texts.AskMeToo.Topics.Error : null;
    }

    private static AskMeForm FormOf(HelperRow? row) => row switch
    {
        { Anything: true } => new(AskMeChoice.Anything, string.Join(", ", row.Topics)),
        { Topics.Count: > 0 } => new(AskMeChoice.Topics, string.Join(", ", row.Topics)),
        _ => new(AskMeChoice.Off, ""),
    };

    private AskMeTooCard Card(Participant person, AskMeForm form) => new(
        PersonalCards.RefOf(person), form, ReadsCalendar: person.GapsAllowedAt is not null,
        IsHost: hosts.IsHost(person.PoolId, person.PersonId));
}
