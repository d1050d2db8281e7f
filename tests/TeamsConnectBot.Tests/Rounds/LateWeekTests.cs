using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Rounds;

/// <summary>
/// A round starts on Monday at nine and its answers close on Tuesday at noon. Whoever works only later in the week would never see an
/// invitation before that.
/// </summary>
internal sealed class LateWeekTests : WorldTests
{
    [TestCase(Weekdays.Thursday | Weekdays.Friday, 9, false)]
    [TestCase(Weekdays.Tuesday | Weekdays.Wednesday, 12, false, Description = "at the very moment at which the answers close")]
    [TestCase(Weekdays.Tuesday | Weekdays.Wednesday, 9, true)]
    public async Task Round_OfSomebodyWhoStartsLaterInTheWeek_InvitesThemOnlyIfTheyCanStillAnswer(Weekdays days, int hour, bool isInvited)
    {
        var late = new WorkSchedule(days, new LocalTime(hour, 0), new LocalTime(17, 30));
        var world = await StartAsync(SamplePeople.Of(5, (person, index) => index == 0 ? person with { WorkingHours = late } : person));
        await world.JoinAllAsync();
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 13);

        var id = world.People[0].ObjectId.ToString();
        var database = world.Service.Services.GetRequiredService<Database>();
        var invitations = await database.ReadAsync(db => db.Invitations.CountAsync(row => row.PersonId == id), default);
        var turns = await database.ReadAsync(
            db => db.Participants.Where(row => row.PersonId == id).Select(row => row.TurnsLeftOut).SingleAsync(), default);
        var notAsked = await database.ReadAsync(db => db.Rounds.Select(round => round.NotAsked).SingleAsync(), default);
        Assert.That(
            (invitations, turns, notAsked.GetValueOrDefault(nameof(NudgeReason.OutsideWindow))),
            Is.EqualTo(isInvited ? (1, 0, 0) : (0, 0, 1)), "They said no yes that could have been left out.");
    }
}
