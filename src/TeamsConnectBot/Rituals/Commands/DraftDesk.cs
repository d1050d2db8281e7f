using NodaTime;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Data;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Keeps what somebody is about to decide behind a card, for a day.</summary>
internal sealed class DraftDesk(Database database, RitualEcho echo, TimeProvider clock)
{
    private static readonly Duration Lasts = Duration.FromHours(24);

    /// <summary>Says in full what is about to happen.</summary>
    /// <param name="space">Where it is.</param>
    /// <param name="visitor">Who decides.</param>
    /// <param name="change">What it is.</param>
    /// <param name="cancellationToken">Ends with the application.</param>
    /// <param name="isSuggestion">Whether nobody said when, so that it is only what is usual.</param>
    public async Task<Card> ConfirmAsync(
        Space space, Visitor visitor, PlannedChange change, CancellationToken cancellationToken, bool isSuggestion = false)
    {
        var draft = await AddAsync(space, visitor, new DraftContent { Change = change }, cancellationToken);
        return ConfirmCard(draft, change, ReaderOf(space, visitor), isSuggestion);
    }

    public Card ConfirmCard(Draft draft, PlannedChange change, Reader reader, bool isSuggestion = false) => new RitualConfirmCard(
        RefOf(draft),
        change.Kind,
        change.Plan.Name,
        echo.Of(change, reader),
        change is { Was: { } was, Kind: ChangeWords.Move or ChangeWords.MoveOnce or ChangeWords.Pause or ChangeWords.Resume }
            ? echo.Of(was, reader)
            : null,
        change.ByVote,
        isSuggestion ? [reader.Texts.Ritual.Confirm.Suggestion, .. echo.Notes(change, reader)] : echo.Notes(change, reader));

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
        var text = question.TextIn(Languages.OfCode(turn.Visitor.Texts.Language));
        var changes = question.Readings.Select(reading => changeOf(reading)).OfType<PlannedChange>()
            .Select(change => change with { ByVote = turn.Proposes }).DistinctBy(change => change.Plan).ToList();
        return changes.Count == 0
            ? new RitualNoticeCard(RitualNotice.NotUnderstood, Detail: text)
            : await AskAsync(turn, text, OptionsOf(changes, reader), cancellationToken);
    }

    /// <summary>Asks which of some changes is meant, each said in full.</summary>
    /// <param name="turn">What was typed.</param>
    /// <param name="text">The words that can mean each of them.</param>
    /// <param name="changes">The changes; more than a card has buttons for are left out.</param>
    /// <param name="cancellationToken">Ends with the application.</param>
    public Task<Card> AskWhichAsync(RitualTurn turn, string text, IReadOnlyList<PlannedChange> changes, CancellationToken cancellationToken)
    {
        var reader = ReaderOf(turn.Space, turn.Visitor);
        var options = changes.Take(RitualQuestion.MostOptions)
            .Select(change => new DraftOption(echo.Of(change, reader), Change: change with { ByVote = turn.Proposes }));
        return AskAsync(turn, reader.Texts.Ritual.Question.WhichTime.With(("text", text)), [.. options], cancellationToken);
    }

    /// <summary>A button for each change.</summary>
    public static IReadOnlyList<DraftOption> OptionsOf(IReadOnlyList<PlannedChange> changes, Reader reader) =>
        [.. changes.Zip(RitualEcho.InShort(changes, reader), (change, label) => new DraftOption(label, Change: change))];

    /// <summary>Names to choose from for a ritual that has none yet.</summary>
    public static IReadOnlyList<DraftOption> NamesFor(PlannedChange change, Texts texts) =>
    [
        .. new[] { RitualTemplate.Coffee, RitualTemplate.StandUp, RitualTemplate.CoWorking }.Select(template => (template, texts.Ritual.Templates.For(template)!.Name))
            .Select(each => new DraftOption(each.Name, Change: change with { Plan = change.Plan with { Name = each.Name, Template = each.template } })),
    ];

    /// <summary>An empty draft, for a card with a form.</summary>
    public async Task<CardRef> OpenAsync(Space space, Visitor visitor, CancellationToken cancellationToken) =>
        RefOf(await AddAsync(space, visitor, new DraftContent(), cancellationToken));

    /// <summary>Says that the ritual is not on the days somebody named, and when it is.</summary>
    public RitualNoticeCard NoSuchTime(RitualTurn turn, Ritual ritual, PlannedTime next) => new(
        RitualNotice.NoSuchTime, ritual.Plan.Name, ReaderOf(turn.Space, turn.Visitor).Moments.Long(new Interval(next.Start, next.End)));

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
