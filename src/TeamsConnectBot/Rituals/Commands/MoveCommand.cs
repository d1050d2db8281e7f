using NodaTime;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Schedules;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Moves a ritual: once, or from now on.</summary>
internal sealed class MoveCommand(RitualFinder finder, Decisions decisions, DraftDesk drafts, PhraseDesk phrases, PlanTimes times, RitualEcho echo, TimeProvider clock) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["verplaats", "verzet"],
        ["en"] = ["move"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "voortaan of één keer verplaatsen: ‘ritueel verplaats vrijdagkoffie naar do 26 nov 10:00’",
        ["en"] = "move for good or once: ‘ritual move coffee to Thu 26 Nov 10:00’",
    };

    private static readonly string[] Once = ["eenmalig", "één keer", "een keer", "once", "this time", "deze keer"];

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

        var (phrase, once) = Phrase(rest);
        turn = turn with { Text = phrase, Proposes = byVote };
        return phrases.Read(turn, once ? PhraseExpectation.Moment : PhraseExpectation.Ritual) switch
        {
            Understood understood => await MoveAsync(turn, ritual, next, understood.Schedule, once, cancellationToken),
            Question { Kind: QuestionKind.WhichDay } question when TimeOf(turn) is { } time => await AskAsync(turn, ritual, next, time, question, cancellationToken),
            Question question => await drafts.AskAsync(turn, question, reading => Change(ritual, next, reading.Schedule, once), cancellationToken),
            _ => throw new InvalidOperationException("A reading is understood or a question."),
        };
    }

    private Task<Card> MoveAsync(RitualTurn turn, Ritual ritual, PlannedTime next, RitualSchedule schedule, bool once, CancellationToken cancellationToken) =>
        decisions.DecideAsync(turn, Change(ritual, next, schedule, once), Words[turn.Visitor.Texts.Language][0], confirmFirst: true, cancellationToken);

    // Only a time: that can mean the next time alone, or all of them.
    private async Task<Card> AskAsync(RitualTurn turn, Ritual ritual, PlannedTime next, LocalTime time, Question question, CancellationToken cancellationToken)
    {
        var texts = turn.Visitor.Texts.Ritual.Question;
        var always = At(ritual.Plan, time);
        if (always is null)
        {
            return new RitualNoticeCard(RitualNotice.NotUnderstood, Detail: question.Text);
        }

        var once = ritual.Plan.With(new PlanException(next.Date, next.Start.InZone(ritual.Plan.TimeZone).Date + time));
        var reader = drafts.ReaderOf(turn.Space, turn.Visitor);
        return await drafts.AskAsync(
            turn,
            texts.OnceOrAlways.With(("when", echo.Of(ritual.Plan, reader))),
            [
                new DraftOption(texts.Once, Change: new PlannedChange(ChangeWords.MoveOnce, ritual.Id, ritual.Plan, once, turn.Proposes)),
                new DraftOption(texts.Always, Change: new PlannedChange(ChangeWords.Move, ritual.Id, ritual.Plan, always, turn.Proposes)),
            ],
            cancellationToken);
    }

    private RitualPlan? At(RitualPlan plan, LocalTime time)
    {
        var schedule = PlanTimes.ScheduleOf(plan);
        var now = clock.GetCurrentInstant();
        var moved = schedule.Rule is { } rule
            ? RitualSchedule.Beginning(rule, LocalDate.Max(schedule.First, now.InZone(plan.TimeZone).Date), now, time, plan.Minutes, plan.TimeZone)
            : new RitualSchedule(null, schedule.First, time, plan.Minutes, plan.TimeZone);
        return moved is null ? null : PlanTimes.PlanOf(moved, plan.Name, plan.Template) with { PausedUntil = plan.PausedUntil };
    }

    // A single moment moves the next time; a schedule moves them all, and keeps its length where none was written.
    private static PlannedChange Change(Ritual ritual, PlannedTime next, RitualSchedule schedule, bool once)
    {
        if (schedule.Rule is null || once)
        {
            var moved = ritual.Plan.With(new PlanException(next.Date, schedule.First + schedule.Start));
            return new PlannedChange(ChangeWords.MoveOnce, ritual.Id, ritual.Plan, moved);
        }

        var plan = PlanTimes.PlanOf(schedule, ritual.Plan.Name, ritual.Plan.Template) with { PausedUntil = ritual.Plan.PausedUntil };
        return new PlannedChange(ChangeWords.Move, ritual.Id, ritual.Plan, plan);
    }

    private static (string Phrase, bool Once) Phrase(string rest)
    {
        foreach (var word in Once)
        {
            if (rest.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                var without = rest.Replace(word, " ", StringComparison.OrdinalIgnoreCase).Trim();
                return (RitualQuestion.WithoutLead(without, "naar", "to"), true);
            }
        }

        return (RitualQuestion.WithoutLead(rest, "voortaan naar", "naar", "to"), false);
    }

    // The day is asked because there is none; with any day the rest of the phrase says the time.
    private LocalTime? TimeOf(RitualTurn turn) =>
        phrases.Read(turn with { Text = (turn.Visitor.Texts.Language == "nl" ? "maandag " : "Monday ") + turn.Text }, PhraseExpectation.Ritual) is Understood { Schedule.Start: var start } ? start : null;
}
