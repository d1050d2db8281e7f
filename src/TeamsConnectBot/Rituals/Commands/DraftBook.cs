using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>
/// Stores drafts: a change to confirm or a question to answer, which the buttons of a card refer to. A draft expires after a day.
/// </summary>
internal sealed class DraftBook(Database database, RitualEcho echo, MicrosoftCloud cloud, TimeProvider clock)
{
    /// <summary>How many rituals, occurrences or changes a question offers to choose from at most.</summary>
    public const int MostOptions = 3;

    private static readonly Duration Lifetime = Duration.FromHours(24);

    /// <summary>Shows a change in full and asks the sender to confirm it.</summary>
    /// <param name="turn">Who decides, and for which space.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <param name="isSuggestion">Whether the sender named no time, so that the template's usual time is suggested.</param>
    public async Task<Card> ConfirmAsync(
        RitualTurn turn, PlannedChange change, CancellationToken cancellationToken, bool isSuggestion = false) =>
        ConfirmCard(await AddAsync(turn, new DraftContent { Change = change }, cancellationToken), change, ReaderOf(turn), isSuggestion);

    public Card ConfirmCard(Draft draft, PlannedChange change, Reader reader, bool isSuggestion = false) => new RitualConfirmCard(
        RefOf(draft),
        change.Kind,
        change.Plan.Name,
        echo.Of(change, reader),
        change is { Was: { } was, Kind: ChangeWords.Move or ChangeWords.MoveOnce or ChangeWords.Pause or ChangeWords.Resume }
            ? echo.Of(was, reader)
            : null,
        change.ByVote,
        isSuggestion ? [reader.Texts.Ritual.Confirm.Suggestion, .. echo.Notes(change, reader)] : echo.Notes(change, reader),
        change.Plan.IsPost);

    /// <summary>Asks a question with a button for each answer.</summary>
    public async Task<Card> AskAsync(
        RitualTurn turn, string question, IReadOnlyList<DraftOption> options, CancellationToken cancellationToken) =>
        QuestionCard(await AddAsync(turn, new DraftContent { Options = [.. options] }, cancellationToken), question);

    public static RitualQuestionCard QuestionCard(Draft draft, string question) =>
        new(RefOf(draft), question, [.. draft.Content.Options.Select(option => option.Label)]);

    /// <summary>Asks which of the possible readings is meant, when the phrase reader could not decide.</summary>
    /// <param name="turn">What was typed.</param>
    /// <param name="question">The question.</param>
    /// <param name="changeOf">The change that each possible reading stands for; null for a reading that makes no sense here.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public async Task<Card> AskAsync(
        RitualTurn turn, Question question, Func<Understood, PlannedChange?> changeOf, CancellationToken cancellationToken)
    {
        var text = question.TextIn(Languages.OfCode(turn.Language));
        var changes = question.Readings.Select(changeOf).OfType<PlannedChange>()
            .Select(change => change with { ByVote = turn.Proposes }).DistinctBy(change => change.Plan).ToList();
        return changes.Count == 0
            ? new RitualNoticeCard(RitualNotice.NotUnderstood, Detail: text)
            : await AskAsync(turn, text, OptionsOf(changes, ReaderOf(turn)), cancellationToken);
    }

    /// <summary>Asks which of several changes is meant, and describes each in full.</summary>
    /// <param name="turn">What was typed.</param>
    /// <param name="text">The words that can mean each of them.</param>
    /// <param name="changes">The changes; the card has room for the first three.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public Task<Card> AskWhichAsync(RitualTurn turn, string text, IReadOnlyList<PlannedChange> changes, CancellationToken cancellationToken)
    {
        var reader = ReaderOf(turn);
        var options = changes.Take(MostOptions)
            .Select(change => new DraftOption(echo.Of(change, reader), Change: change with { ByVote = turn.Proposes }));
        return AskAsync(turn, reader.Texts.Ritual.Question.WhichTime.With(("text", text)), [.. options], cancellationToken);
    }

    /// <summary>A button for each change.</summary>
    public static IReadOnlyList<DraftOption> OptionsOf(IReadOnlyList<PlannedChange> changes, Reader reader) =>
        [.. changes.Zip(RitualEcho.InShort(changes, reader), (change, label) => new DraftOption(label, Change: change))];

    /// <summary>Names to choose from for a ritual that has none yet.</summary>
    public static IEnumerable<DraftOption> NamesFor(PlannedChange change, Texts texts)
    {
        foreach (var template in new[] { RitualTemplate.Coffee, RitualTemplate.StandUp, RitualTemplate.CoWorking })
        {
            var name = texts.Ritual.Templates.For(template)!.Name;
            yield return new DraftOption(name, Change: change with { Plan = change.Plan with { Name = name, Template = template } });
        }
    }

    /// <summary>Removes a draft that was answered.</summary>
    /// <returns>False when another click did so.</returns>
    public static async Task<bool> RemoveAsync(ConnectDb db, Draft draft, CancellationToken cancellationToken) =>
        await db.Drafts.Where(row => row.Id == draft.Id).ExecuteDeleteAsync(cancellationToken) > 0;

    /// <summary>Adds an empty draft, for a card with a form.</summary>
    public async Task<CardRef> OpenAsync(RitualTurn turn, CancellationToken cancellationToken) =>
        RefOf(await AddAsync(turn, new DraftContent(), cancellationToken));

    /// <summary>Says that the ritual does not take place on the days that were named, and when its next occurrence is.</summary>
    public RitualNoticeCard NoSuchTime(RitualTurn turn, Ritual ritual, PlannedTime next) =>
        new(RitualNotice.NoSuchTime, ritual.Plan.Name, RitualEcho.When(ritual.Plan, next, ReaderOf(turn)));

    public static CardRef RefOf(Draft draft) => new(draft.Id, draft.Nonce);

    public Reader ReaderOf(RitualTurn turn) => ReaderOf(turn.Space, turn.Sender);

    public Reader ReaderOf(Space space, ActivitySender sender) => new(sender.Texts, space.TimeZone, cloud, clock.GetCurrentInstant());

    private async Task<Draft> AddAsync(RitualTurn turn, DraftContent content, CancellationToken cancellationToken)
    {
        var draft = new Draft
        {
            Id = clock.NewId(), SpaceId = turn.Space.Id, PersonId = turn.Sender.PersonId, Nonce = Nonce.New(), Content = content,
            ExpiresAt = clock.GetCurrentInstant() + Lifetime,
        };
        await database.WriteAsync(db => Task.FromResult(db.Drafts.Add(draft)), cancellationToken);
        return draft;
    }
}
