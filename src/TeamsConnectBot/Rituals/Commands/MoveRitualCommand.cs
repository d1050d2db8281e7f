using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Moves a ritual: once, or from now on.</summary>
internal sealed class MoveRitualCommand(
    RitualFinder finder, Decisions decisions, DraftDesk drafts, PhraseDesk phrases, MoveTargets targets, PlanTimes times, RitualEcho echo,
    TimeProvider clock) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["verplaats", "verzet"],
        ["en"] = ["move"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "voortaan of één keer verplaatsen: ‘ritueel verplaats vrijdagkoffie naar donderdag 10:00’",
        ["en"] = "move for good or once: ‘ritual move coffee to Thursday 10:00’",
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (ritual, rest, answer) = await finder.FindAsync(turn, "move", cancellationToken);
        if (ritual is null)
        {
            return answer!;
        }

        var (refusal, byVote) = await decisions.StandingAsync(turn, Words[turn.Visitor.Texts.Language][0], cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        if (times.Next(ritual.Plan, clock.GetCurrentInstant()) is not { } next)
        {
            return new RitualNoticeCard(RitualNotice.NothingLeft, ritual.Plan.Name);
        }

        turn = turn with { Text = rest, Proposes = byVote };
        var phrase = phrases.ReadMove(turn, ritual.Plan.TimeZone);
        List<PlannedTime> meant = phrase.Which is { } days
            ? [.. ritual.Plan.Meant(days, times, clock.GetCurrentInstant()).SelectMany(found => found)]
            : [next];
        var moves = meant.Take(RitualQuestion.MostOptions).Select(time => new Move(ritual, time, phrase)).ToList();
        return moves switch
        {
            [] => drafts.NoSuchTime(turn, ritual, next),
            [var only] => await RunAsync(turn with { Text = phrase.Target }, only, cancellationToken),
            _ => await OfferAsync(
                turn, [.. moves.SelectMany(move => targets.Of(turn with { Text = phrase.Target }, move).Once.Take(1))], phrase,
                cancellationToken),
        };
    }

    private async Task<Card> RunAsync(RitualTurn turn, Move move, CancellationToken cancellationToken)
    {
        var found = targets.Of(turn, move);
        return (found.Once, found.Always) switch
        {
            ([], null) when found.Question is { } question =>
                await drafts.AskAsync(turn, question, reading => targets.ChangeOf(move, reading), cancellationToken),
            ([], null) => new RitualNoticeCard(RitualNotice.NotUnderstood, Detail: Help[turn.Visitor.Texts.Language]),
            ([var once], { } always) => await OnceOrAlwaysAsync(turn, move, once, always, cancellationToken),
            ([], { } always) => await DecideAsync(turn, always, cancellationToken),
            ([var once], null) => await DecideAsync(turn, once, cancellationToken),
            _ => await OfferAsync(turn, found.Once, move.Phrase, cancellationToken),
        };
    }

    private Task<Card> DecideAsync(RitualTurn turn, PlannedChange change, CancellationToken cancellationToken) =>
        decisions.DecideAsync(turn, change, Words[turn.Visitor.Texts.Language][0], confirmFirst: true, cancellationToken);

    // Nobody said which: the next time alone, or all of them.
    private Task<Card> OnceOrAlwaysAsync(
        RitualTurn turn, Move move, PlannedChange once, PlannedChange always, CancellationToken cancellationToken)
    {
        var texts = turn.Visitor.Texts.Ritual.Question;
        var reader = drafts.ReaderOf(turn.Space, turn.Visitor);
        return drafts.AskAsync(
            turn,
            texts.OnceOrAlways.With(("when", echo.Of(move.Ritual.Plan, reader))),
            [
                Option(texts.Once, once),
                Option(texts.Always, always),
            ],
            cancellationToken);

        DraftOption Option(string which, PlannedChange change) =>
            new($"{which}: {RitualEcho.InShort([change], reader)[0]}", Change: change with { ByVote = turn.Proposes });
    }

    private async Task<Card> OfferAsync(
        RitualTurn turn, IReadOnlyList<PlannedChange> changes, MovePhrase phrase, CancellationToken cancellationToken) => changes.Count == 0
        ? new RitualNoticeCard(RitualNotice.NotUnderstood, Detail: Help[turn.Visitor.Texts.Language])
        : await drafts.AskWhichAsync(turn, phrase.Target, changes, cancellationToken);
}
