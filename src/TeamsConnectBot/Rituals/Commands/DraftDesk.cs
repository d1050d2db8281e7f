using NodaTime;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Keeps what somebody is about to decide behind a card, for a day.</summary>
internal sealed class DraftDesk(Database database, RitualEcho echo, TimeProvider clock)
{
    private static readonly Duration Lasts = Duration.FromHours(24);

    /// <summary>Says in full what is about to happen.</summary>
    public async Task<Card> ConfirmAsync(Space space, Visitor visitor, PlannedChange change, CancellationToken cancellationToken)
    {
        var draft = await AddAsync(space, visitor, new DraftContent { Change = change }, cancellationToken);
        return ConfirmCard(draft, change, ReaderOf(space, visitor));
    }

    public Card ConfirmCard(Draft draft, PlannedChange change, Reader reader) => new RitualConfirmCard(
        RefOf(draft),
        change.Kind,
        change.Plan.Name,
        change.Kind == ChangeWords.End ? echo.Of(change.Was!, reader) : echo.Of(change.Plan, reader),
        change is { Was: { } was, Kind: not ChangeWords.End } ? echo.Of(was, reader) : null,
        change.ByVote);

    /// <summary>Asks one question with a button for each answer.</summary>
    public async Task<Card> AskAsync(RitualTurn turn, string question, IReadOnlyList<DraftOption> options, CancellationToken cancellationToken)
    {
        var draft = await AddAsync(turn.Space, turn.Visitor, new DraftContent { Options = [.. options] }, cancellationToken);
        return new RitualQuestionCard(RefOf(draft), question, [.. options.Select(option => option.Label)]);
    }

    /// <summary>Passes on what the reader of phrases asks.</summary>
    /// <param name="turn">What was typed.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="changeOf">The change each of its readings would be; null for one that makes no sense here.</param>
    /// <param name="cancellationToken">Ends with the application.</param>
    public async Task<Card> AskAsync(RitualTurn turn, Question question, Func<Understood, PlannedChange?> changeOf, CancellationToken cancellationToken)
    {
        var reader = ReaderOf(turn.Space, turn.Visitor);
        var options = question.Readings.Select(reading => changeOf(reading)).OfType<PlannedChange>()
            .Select(change => new DraftOption(RitualEcho.Short(change, reader), Change: change with { ByVote = turn.Proposes })).ToList();
        return options.Count == 0
            ? new RitualNoticeCard(RitualNotice.NotUnderstood, Detail: question.Text)
            : await AskAsync(turn, question.Text, options, cancellationToken);
    }

    /// <summary>An empty draft, for a card with a form.</summary>
    public async Task<CardRef> OpenAsync(Space space, Visitor visitor, CancellationToken cancellationToken) =>
        RefOf(await AddAsync(space, visitor, new DraftContent(), cancellationToken));

    public static CardRef RefOf(Draft draft) => new(draft.Id, draft.Nonce);

    public Reader ReaderOf(Space space, Visitor visitor) => new(visitor.Texts, space.TimeZone, clock.GetCurrentInstant());

    private async Task<Draft> AddAsync(Space space, Visitor visitor, DraftContent content, CancellationToken cancellationToken)
    {
        var draft = new Draft
        {
            Id = clock.NewId(), SpaceId = space.Id, PersonId = visitor.PersonId, Nonce = Nonce.New(), Content = content,
            ExpiresAt = clock.GetCurrentInstant() + Lasts,
        };
        await database.WriteAsync(
            db =>
            {
                db.Drafts.Add(draft);
                return Task.CompletedTask;
            },
            cancellationToken);
        return draft;
    }
}
