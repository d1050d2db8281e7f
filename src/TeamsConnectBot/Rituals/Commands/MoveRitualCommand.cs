using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Moves one occurrence of a ritual, or all from now on.</summary>
internal sealed class MoveRitualCommand(
    RitualFinder finder, Decisions decisions, DraftBook drafts, SpacePhrases phrases, MoveTargets targets, PlanTimes times, RitualEcho echo,
    TimeProvider clock) : OneRitualCommand(finder)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["verplaats", "verzet"], ["move"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "voortaan of één keer verplaatsen: ‘ritueel verplaats vrijdagkoffie naar donderdag 10:00’",
        en: "move for good or once: ‘ritual move coffee to Thursday 10:00’");

    public override async Task<Card> RunAsync(RitualTurn turn, Ritual ritual, CancellationToken cancellationToken)
    {
        var (refusal, byVote) = await decisions.StandingAsync(turn, NameFor(turn), cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var now = clock.GetCurrentInstant();
        if (times.Next(ritual.Plan, now) is not { } next)
        {
            return new RitualNoticeCard(RitualNotice.NothingLeft, ritual.Plan.Name);
        }

        var days = PlanTimes.ScheduleOf(ritual.Plan).Rule?.Days.Select(day => day.Day);
        var phrase = phrases.ReadMove(turn, ritual.Plan.TimeZone).ForRitualOn([.. days ?? []]);
        turn = turn with { Text = phrase.Target, Proposes = byVote };
        var meant = phrase.Which is { } named ? times.Meant(ritual.Plan, named, now).SelectMany(found => found) : [next];
        var moves = meant.Take(phrase.IsAlways ? 1 : DraftBook.MostOptions).Select(time => new Move(ritual, time, phrase)).ToList();
        return moves switch
        {
            [] => drafts.NoSuchTime(turn, ritual, next),
            [var only] => await RunAsync(turn, only, cancellationToken),
            _ => moves.Select(move => targets.Of(turn, move).Once).OfType<PlannedChange>().ToList() is { Count: > 0 } changes
                ? await drafts.AskWhichAsync(turn, turn.Text, changes, cancellationToken)
                : NotUnderstood(turn),
        };
    }

    private async Task<Card> RunAsync(RitualTurn turn, Move move, CancellationToken cancellationToken)
    {
        var found = targets.Of(turn, move);
        return (found.Once, found.Always, found.Question) switch
        {
            (null, null, { } question) =>
                await drafts.AskAsync(turn, question, reading => targets.ChangeOf(move, reading), cancellationToken),
            (null, null, null) => NotUnderstood(turn),
            ({ } once, { } always, _) => await OnceOrAlwaysAsync(turn, move, once, always, cancellationToken),
            var (once, always, _) => await decisions.DecideAsync(
                turn, (once ?? always)!, NameFor(turn), confirmFirst: true, cancellationToken),
        };
    }

    // The words do not say whether only this occurrence moves or all of them, so the sender is asked.
    private Task<Card> OnceOrAlwaysAsync(
        RitualTurn turn, Move move, PlannedChange once, PlannedChange always, CancellationToken cancellationToken)
    {
        var texts = turn.Sender.Texts.Ritual.Question;
        var reader = drafts.ReaderOf(turn);
        return drafts.AskAsync(
            turn,
            texts.OnceOrAlways.With(("when", echo.Of(move.Ritual.Plan, reader))),
            [Option(texts.Once, once), Option(texts.Always, always)],
            cancellationToken);

        DraftOption Option(string which, PlannedChange change) =>
            new($"{which}: {RitualEcho.InShort([change], reader)[0]}", Change: change with { ByVote = turn.Proposes });
    }
}
