using System.Collections.Immutable;
using System.Globalization;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Schedules;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <param name="Ritual">The ritual that is moved.</param>
/// <param name="Time">The occurrence that the sender refers to.</param>
/// <param name="Phrase">What was typed.</param>
internal sealed record Move(Ritual Ritual, PlannedTime Time, MovePhrase Phrase)
{
    public RitualPlan Plan => Ritual.Plan;

    /// <summary>When the occurrence takes place before the move.</summary>
    public LocalDateTime Now => Time.Start.InZone(Plan.TimeZone).LocalDateTime;
}

/// <param name="Once">
/// The change that moves only this occurrence; null when the sender does not mean that, or when it is impossible.
/// </param>
/// <param name="Always">The change that moves all occurrences; null in the same cases.</param>
/// <param name="Question">What to ask the sender when the words are not clear.</param>
internal sealed record MoveTarget(PlannedChange? Once, PlannedChange? Always, Question? Question = null);

/// <summary>
/// Turns the words for a new time into changed plans. Whatever the words leave out stays the same: the day when they only name
/// a time, the time when they only name a day, the length, and the interval in weeks.
/// </summary>
internal sealed class MoveTargets(SpacePhrases phrases, TimeProvider clock)
{
    /// <param name="turn">The command, whose text is the words for the new time.</param>
    /// <param name="move">The occurrence that the sender refers to, and its ritual.</param>
    public MoveTarget Of(RitualTurn turn, Move move)
    {
        if (move.Phrase.Shift is { } shift)
        {
            return Said(move, Once(move, move.Now + shift), Shifted(move, shift));
        }

        // 'Van volgende week naar vrijdag' (from next week to Friday) means the Friday of that week.
        if (move.Phrase.IsOnce && phrases.ReadDays(turn, move.Plan.TimeZone) is { Weekday: { } weekday })
        {
            var inThatWeek = move.Now.Date.PlusDays(weekday - move.Now.Date.DayOfWeek) + move.Now.TimeOfDay;
            if (Once(move, inThatWeek) is { } once)
            {
                return new MoveTarget(once, null);
            }
        }

        var ritual = phrases.Read(turn, PhraseExpectation.Ritual);
        if (ritual is Question { Kind: QuestionKind.WhichTime }
            or Question { Kind: QuestionKind.WhichDay or QuestionKind.WhichDayOfMonth, LacksTime: true })
        {
            turn = turn with { Text = $"{turn.Text} {RitualEcho.Clock(OwnTime(move, turn.Space.TimeZone))}" };
            ritual = phrases.Read(turn, PhraseExpectation.Ritual);
        }

        return ritual switch
        {
            Understood always => FromReadings(move, always, phrases.Read(turn, PhraseExpectation.Moment) as Understood ?? always),
            Question { Kind: QuestionKind.WhichDay } when TimeOnly(turn) is { } time => Said(
                move,
                Once(move, move.Time.Start.InZone(time.Schedule.Zone).Date + time.Schedule.Start, time.Schedule.Zone),
                AtTime(move, time.Schedule.Start, MinutesOf(move, time), time.Schedule.Zone)),
            Question { Kind: QuestionKind.WhichDay } when OnOwnDays(turn, move) is { } change => new MoveTarget(null, change),
            Question question => new MoveTarget(null, null, question),
            _ => new MoveTarget(null, null),
        };
    }

    /// <summary>The change that follows from one interpretation of the words.</summary>
    public PlannedChange? ChangeOf(Move move, Understood reading) =>
        reading.Schedule.Rule is null || move.Phrase.IsOnce
            ? Once(move, reading.Schedule.First + reading.Schedule.Start, reading.Schedule.Zone)
            : Always(move, reading);

    private MoveTarget FromReadings(Move move, Understood always, Understood moment)
    {
        // 'Elke donderdag' (every Thursday) moves all occurrences, 'donderdag 5 maart' moves one, 'donderdag' may mean either.
        var isEither = always.Schedule.Rule is not null && moment.Schedule.Rule is null;
        var once = always.Schedule.Rule is null || isEither || move.Phrase.IsOnce
            ? Once(move, moment.Schedule.First + moment.Schedule.Start, moment.Schedule.Zone)
            : null;
        var lasting = always.Schedule.Rule is null ? null : isEither ? OnDay(move, always) : Always(move, always);
        return Said(move, once, lasting);
    }

    private static MoveTarget Said(Move move, PlannedChange? once, PlannedChange? always) =>
        new(move.Phrase.IsAlways && always is not null ? null : once, move.Phrase.IsOnce ? null : always);

    // A time is typed in the space's zone; the plan of a ritual that is older than the space's zone has another.
    private PlannedChange? Once(Move move, LocalDateTime typed, DateTimeZone zone) =>
        Once(move, typed.InZoneLeniently(zone).WithZone(move.Plan.TimeZone).LocalDateTime);

    private PlannedChange? Once(Move move, LocalDateTime to) =>
        to == move.Now || to.InZoneLeniently(move.Plan.TimeZone).ToInstant() <= clock.GetCurrentInstant()
            ? null
            : new PlannedChange(ChangeWords.MoveOnce, move.Ritual.Id, move.Plan, move.Plan.With(new PlanException(move.Time.Date, to)));

    private PlannedChange? Shifted(Move move, Period shift)
    {
        var minutes = move.Plan.At.Hour * 60 + move.Plan.At.Minute + shift.Minutes + 60 * shift.Hours;
        if (shift.Days == 0 && shift.Weeks == 0)
        {
            return minutes is >= 0 and < 24 * 60
                ? AtTime(move, LocalTime.FromMinutesSinceMidnight((int)minutes), move.Plan.Minutes, move.Plan.TimeZone)
                : null;
        }

        if (shift.Weeks != 0 || PlanTimes.ScheduleOf(move.Plan).Rule is not { Frequency: RecurrenceFrequency.Weekly } rule)
        {
            return null;
        }

        var days = rule.Days.Select(day => new RuleDay(Later(day.Day, shift.Days))).OrderBy(day => day.Day);
        return Beginning(move, rule with { Days = [.. days] }, move.Plan.At, move.Plan.Minutes, move.Plan.TimeZone);
    }

    private static IsoDayOfWeek Later(IsoDayOfWeek day, int days) => (IsoDayOfWeek)(((int)day - 1 + days % 7 + 7) % 7 + 1);

    private PlannedChange? AtTime(Move move, LocalTime time, int minutes, DateTimeZone zone)
    {
        if (PlanTimes.ScheduleOf(move.Plan).Rule is not { } rule)
        {
            return null;
        }

        // The ritual's days do not change, so dates that were skipped stay skipped.
        var skipped = move.Plan.Exceptions.Where(exception => exception.MovedTo is null);
        return Beginning(move, rule, time, minutes, zone) is { } change
            ? change with { Plan = change.Plan with { Exceptions = [.. skipped] } }
            : null;
    }

    // Changes only the weekday, such as the first Tuesday of the month to the first Thursday; null when the ritual has several days and
    // the words do not say which.
    private PlannedChange? OnDay(Move move, Understood reading)
    {
        var day = reading.Schedule.First.DayOfWeek;
        return PlanTimes.ScheduleOf(move.Plan).Rule switch
        {
            { Frequency: RecurrenceFrequency.Weekly, Days.Length: 1 } weekly => With(weekly with { Days = [new RuleDay(day)] }),
            { Frequency: RecurrenceFrequency.Weekly, Position: null } weekly when move.Phrase.From is { } from
                && weekly.Days.Contains(new RuleDay(from)) && !weekly.Days.Contains(new RuleDay(day)) =>
                With(weekly with { Days = Instead(weekly.Days, from, day) }),
            { Frequency: RecurrenceFrequency.Monthly, Position: null, Days: [{ Ordinal: not 0 and var ordinal }] } monthly =>
                With(monthly with { Days = [new RuleDay(day, ordinal)] }),
            _ => null,
        };

        PlannedChange? With(RecurrenceRule rule) =>
            Beginning(move, rule, reading.Schedule.Start, MinutesOf(move, reading), reading.Schedule.Zone);
    }

    private static ImmutableArray<RuleDay> Instead(ImmutableArray<RuleDay> days, IsoDayOfWeek from, IsoDayOfWeek to) =>
        [.. days.Select(day => day.Day == from ? new RuleDay(to) : day).OrderBy(day => day.Day)];

    private static PlannedChange Always(Move move, Understood reading)
    {
        var plan = PlanTimes.PlanOf(reading.Schedule, move.Plan.Name, move.Plan.Template) with { PausedUntil = move.Plan.PausedUntil };
        return Change(move, reading.SaysLength ? plan : plan with { Minutes = move.Plan.Minutes });
    }

    private static int MinutesOf(Move move, Understood reading) => reading.SaysLength ? reading.Schedule.Minutes : move.Plan.Minutes;

    // Starts in the week of the occurrence, so that a fortnightly ritual stays in the same weeks.
    private PlannedChange? Beginning(Move move, RecurrenceRule rule, LocalTime time, int minutes, DateTimeZone zone)
    {
        var monday = move.Time.Date.PlusDays(1 - (int)move.Time.Date.DayOfWeek);
        var from = rule.Frequency switch
        {
            RecurrenceFrequency.Weekly => monday,
            RecurrenceFrequency.Daily => move.Time.Date,
            _ => move.Time.Date.With(DateAdjusters.StartOfMonth),
        };
        var schedule = RitualSchedule.Beginning(rule, from, clock.GetCurrentInstant(), time, minutes, zone);
        return schedule is null
            ? null
            : Change(move, PlanTimes.PlanOf(schedule, move.Plan.Name, move.Plan.Template) with { PausedUntil = move.Plan.PausedUntil });
    }

    private static PlannedChange Change(Move move, RitualPlan plan) => new(ChangeWords.Move, move.Ritual.Id, move.Plan, plan);

    // The ritual's own time on the space's clock, in which a phrase is read.
    private static LocalTime OwnTime(Move move, DateTimeZone zone) =>
        (move.Time.Date + move.Plan.At).InZoneLeniently(move.Plan.TimeZone).WithZone(zone).TimeOfDay;

    // The parser needs a day to read a time. Words that say more than a time, such as 'elke twee weken' or 'vanaf januari', do not mean
    // one day of every week in the one reading and that day itself in the other.
    private Understood? TimeOnly(RitualTurn turn)
    {
        var tomorrow = clock.GetCurrentInstant().InZone(turn.Space.TimeZone).Date.PlusDays(1).DayOfWeek;
        turn = On([tomorrow], turn);
        return phrases.Read(turn, PhraseExpectation.Ritual) is Understood reading
            && reading.Schedule.Rule == RecurrenceRule.Weekly(tomorrow)
            && phrases.Read(turn, PhraseExpectation.Moment) is Understood { Schedule.Rule: null } ? reading : null;
    }

    // '16:00 vanaf januari' and 'elke twee weken 15:30' name no day, so that a weekly ritual keeps its own.
    private PlannedChange? OnOwnDays(RitualTurn turn, Move move) =>
        !move.Phrase.IsOnce
        && PlanTimes.ScheduleOf(move.Plan).Rule is { Frequency: RecurrenceFrequency.Weekly, Interval: 1, Count: null, Until: null } rule
        && phrases.Read(On(rule.Days.Select(day => day.Day), turn), PhraseExpectation.Ritual) is Understood reading
        && reading.Schedule.Rule is not null ? Always(move, reading) : null;

    private static RitualTurn On(IEnumerable<IsoDayOfWeek> days, RitualTurn turn)
    {
        var isDutch = turn.Language == "nl";
        var names = CultureInfo.GetCultureInfo(isDutch ? "nl-NL" : "en-GB").DateTimeFormat;
        var words = string.Join(isDutch ? " en " : " and ", days.Select(day => names.DayNames[(int)day % 7]));
        return turn with { Text = $"{words} {turn.Text}" };
    }
}
