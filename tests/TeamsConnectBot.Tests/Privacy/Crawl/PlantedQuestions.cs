using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>
/// Questions of a <see cref="PlantedWorld"/> with cards that can be clicked: the employee is asked by the owner, by the lead and by a
/// reader, and is asked whether the lead's help helped. Whoever clicks each button on the newest card that has it says yes to the reader,
/// 'not this time' to the lead, and reports the owner's question.
/// </summary>
internal sealed class PlantedQuestions(PlantedWorld world)
{
    /// <summary>What the owner asks. The employee reads it, but not who asks.</summary>
    public const string Words = "knopen leggen voor beginners";

    private Instant Now => Instant.FromDateTimeOffset(world.Inner.Clock.Now);

    private string Employee => world.Employee.ObjectId.ToString();

    public async Task PlantAsync()
    {
        var outbox = world.Inner.Services.GetRequiredService<Outbox>();
        await world.Inner.WriteAsync(async db =>
        {
            var employee = (await db.Participants.FindAsync(Employee))!;

            // The clock stands at seven in the morning, and whether it helped is asked in working hours.
            employee.Preferences = employee.Preferences with { DayStarts = new LocalTime(7, 0), DayEnds = new LocalTime(17, 0) };
            db.Helpers.Add(new HelperRow { PersonId = Employee, Anything = true });
            await outbox.AddAsync(db, employee, MessageKind.DidItHelp, AddHelped(db).Id);
        });
        foreach (var (asker, words) in new[]
            { (world.Owner, Words), (world.Lead, "koffie in een theepot"), (world.Inner.People[^3], "een fiets met acht wielen") })
        {
            await world.Inner.WriteAsync(async db =>
            {
                var offer = AddOffer(db, Add(db, asker, words, HelpRequestState.Open));
                await outbox.AddAsync(db, (await db.Participants.FindAsync(Employee))!, MessageKind.HelpOffer, offer.Id);
            });
            await world.Inner.Services.GetRequiredService<SweepRequests>().SweepSoonAsync(default);
            await world.Inner.Clock.QuietAsync(default);
        }
    }

    private HelpRequestRow Add(ConnectDb db, Person asker, string words, HelpRequestState state)
    {
        var row = new HelpRequestRow
        {
            Id = Guid.CreateVersion7(world.Inner.Clock.Now), PersonId = asker.ObjectId.ToString(), PoolId = "everyone", Words = words,
            Language = "nl", Minutes = 20, State = state, Nonce = Nonce.New(), CreatedAt = Now, SentAt = Now,
            HearsBy = Now + Duration.FromDays(8), Deadline = Now + Duration.FromDays(9),
        };
        db.HelpRequests.Add(row);
        return row;
    }

    private HelpOfferRow AddOffer(ConnectDb db, HelpRequestRow question)
    {
        var offer = new HelpOfferRow
        {
            Id = Guid.CreateVersion7(world.Inner.Clock.Now), RequestId = question.Id, PersonId = Employee, Wave = 0, Nonce = Nonce.New(),
            Starts = [Now + Duration.FromDays(7), Now + Duration.FromDays(8)], State = HelpOfferState.Open, AskedAt = Now,
        };
        db.HelpOffers.Add(offer);
        return offer;
    }

    private HelpRequestRow AddHelped(ConnectDb db)
    {
        var row = Add(db, world.Employee, "een brief in het Engels", HelpRequestState.Over);
        var start = Now - Duration.FromHours(16);
        var meeting = new MeetingRow
        {
            Id = Guid.CreateVersion7(world.Inner.Clock.Now), RoundId = row.Id, IsForQuestion = true, PoolId = row.PoolId,
            State = MeetingState.Over, Offer = Offer.Help, Monday = Week.Of(start).Monday, StartsAt = start, Minutes = row.Minutes,
            Question = 0,
        };
        meeting.Members.AddRange(new[] { world.Employee, world.Lead }.Select(person => new MemberRow
        {
            ConnectionId = meeting.Id, PersonId = person.ObjectId.ToString(), Nonce = Nonce.New(), Told = true,
        }));
        db.Meetings.Add(meeting);
        (row.HelperId, row.MeetingId, row.EndedAt) = (world.Lead.ObjectId.ToString(), meeting.Id, Now);
        return row;
    }
}
