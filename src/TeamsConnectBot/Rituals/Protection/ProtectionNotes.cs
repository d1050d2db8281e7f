using NodaTime;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Core.Rituals.Schedules;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Protection;

/// <summary>The one note a sinking ritual gets: three other times, or end it. No counts, no names, and nobody's calendar shows through.</summary>
internal sealed class ProtectionNotes(PostBox posts, PostCards cards, PlanTimes times, TimeProvider clock)
{
    private const int Suggestions = 3;
    private static readonly Duration Lasts = Duration.FromDays(14);

    // Times people can mostly be together; before and after them the day begins and ends for many.
    private static readonly LocalTime[] GoodTimes = [new(10, 0), new(11, 0), new(13, 30), new(14, 30), new(15, 30), new(9, 15)];

    public async Task PostAsync(ConnectDb db, Space space, Ritual ritual, CancellationToken cancellationToken)
    {
        var reader = cards.ReaderOf(space);
        var options = Others(ritual.Plan).Take(Suggestions).Select(plan => new PlannedChange(ChangeWords.Move, ritual.Id, ritual.Plan, plan))
            .Select(change => new DraftOption(RitualEcho.Short(change, reader), Change: change));
        var end = new DraftOption(
            reader.Texts.Ritual.Protection.End, Change: new PlannedChange(ChangeWords.End, ritual.Id, ritual.Plan, ritual.Plan with { IsEnded = true }));
        var now = clock.GetCurrentInstant();
        var draft = new Draft
        {
            Id = clock.NewId(), SpaceId = space.Id, Nonce = Nonce.New(), Content = new DraftContent { Options = [.. options, end] }, ExpiresAt = now + Lasts,
        };
        db.Drafts.Add(draft);
        await posts.AddAsync(db, space, PostKind.Protection, draft.Id, 0, cancellationToken);
    }

    private IEnumerable<RitualPlan> Others(RitualPlan plan)
    {
        var now = clock.GetCurrentInstant();
        foreach (var at in GoodTimes.Where(at => Math.Abs((at - plan.At).ToDuration().TotalMinutes) >= plan.Minutes))
        {
            var schedule = PlanTimes.ScheduleOf(plan);
            var moved = schedule.Rule is { } rule ? RitualSchedule.Beginning(rule, now.InZone(plan.TimeZone).Date, now, at, plan.Minutes, plan.TimeZone) : null;
            if (moved is not null && times.Next(PlanTimes.PlanOf(moved, plan.Name, plan.Template), now) is not null)
            {
                yield return PlanTimes.PlanOf(moved, plan.Name, plan.Template);
            }
        }
    }
}
