using TeamsConnectBot.Core.Meetings;
using static TeamsConnectBot.Core.Meetings.InvitationEvent;

namespace TeamsConnectBot.Core.Tests.Meetings;

/// <summary>Random clicks and events in the life of two or three invitations and the meeting that follows from them.</summary>
public sealed class BlindHandshakeProperties
{
    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public bool Reveal_AnyPath_ComesAfterEveryoneSaidYes(int seed)
    {
        var life = Life.Live(seed);
        return life.Effects.TrueForAll(effect => effect.Kind != MeetingEffectKind.TellAll) || life.AllSaidYesLast;
    }

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public bool CalendarEvent_AnyPath_LivesExactlyAsLongAsTheConnection(int seed)
    {
        var life = Life.Live(seed);

        // The event is created just before everyone is told.
        var alive = Count(life, MeetingEffectKind.TellAll) - Count(life, MeetingEffectKind.CancelEvent);
        return alive == (life.Meeting?.State is MeetingState.Announced or MeetingState.Moving or MeetingState.Over ? 1 : 0);
    }

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public bool CalledOff_AnyPath_TellsThoseWhoRemainOnceAndPutsThemFirst(int seed)
    {
        var life = Life.Live(seed);
        var told = Members(life, MeetingEffectKind.TellItIsOff, MeetingEffectKind.TellNoLuck);
        var first = Members(life, MeetingEffectKind.PutFirstNextTime);
        return told.Distinct().Count() == told.Count
            && told.Concat(life.CouldNotMove).Order(StringComparer.Ordinal).SequenceEqual(first.Order(StringComparer.Ordinal))
            && (life.Meeting?.State != MeetingState.Off || told.Count > 0);
    }

    [Test]
    public void Live_ManySeeds_ReachEveryState()
    {
        var lives = Enumerable.Range(0, 2000).Select(Life.Live).ToList();
        Assert.That(
            lives.Select(life => life.Meeting?.State).OfType<MeetingState>().Distinct(),
            Is.EquivalentTo(Enum.GetValues<MeetingState>()));
    }

    private static int Count(Life life, MeetingEffectKind kind) => life.Effects.Count(effect => effect.Kind == kind);

    private static List<string?> Members(Life life, params MeetingEffectKind[] kinds) =>
        [.. life.Effects.Where(effect => kinds.Contains(effect.Kind)).Select(effect => effect.MemberId)];

    private sealed class Life
    {
        private static readonly Interval Time = new(Instant.FromUtc(2026, 1, 15, 10, 0), Instant.FromUtc(2026, 1, 15, 10, 20));
        private static readonly InvitationEvent[] Clicks = [SaidYes, SaidYes, SaidYes, TookBack, SaidNotThisWeek, SaidPause, Delivered];
        private static readonly MemberAnswer[] Answers =
            [MemberAnswer.Met, MemberAnswer.DidNotMeet, MemberAnswer.AgainPlease, MemberAnswer.ThreeTimes];

        public List<MeetingEffect> Effects { get; } = [];

        public Meeting? Meeting { get; private set; }

        /// <summary>Who had to call it off because nothing else could be offered: they go first too, without being told anything.</summary>
        public List<string?> CouldNotMove { get; } = [];

        /// <summary>Whether everyone's last answer was yes; calculated from the clicks, independently of the state machines.</summary>
        public bool AllSaidYesLast { get; private set; }

        public static Life Live(int seed)
        {
            var random = new Random(seed);
            var life = new Life();
            string[] people = random.Next(3) == 0 ? ["ada", "bo", "cy"] : ["ada", "bo"];
            var yeses = people.Select(person => Answer(person, random)).ToList();
            life.AllSaidYesLast = yeses.TrueForAll(yes => yes.SaidYesLast);
            try
            {
                life.Meeting = Meeting.Settle([.. yeses.Select(yes => (yes.Id, yes.State))], Time);
            }
            catch (ArgumentException)
            {
                return life;
            }

            for (var step = random.Next(12); step > 0; step--)
            {
                life.Happens(AnyEvent(people[random.Next(people.Length)], random));
            }

            return life;
        }

        private static (string Id, InvitationState State, bool SaidYesLast) Answer(string person, Random random)
        {
            var state = InvitationState.Planned;
            var saidYesLast = false;
            for (var click = random.Next(5); click > 0; click--)
            {
                var clicked = Clicks[random.Next(Clicks.Length)];
                state = InvitationMachine.Apply(state, clicked).State;
                saidYesLast = clicked == InvitationEvent.Delivered ? saidYesLast : clicked == InvitationEvent.SaidYes;
            }

            state = InvitationMachine.Apply(state, InvitationEvent.AnswersClosed).State;
            for (var late = random.Next(3); late > 0; late--)
            {
                state = InvitationMachine.Apply(state, Clicks[random.Next(Clicks.Length)]).State;
            }

            return (person, state, saidYesLast);
        }

        private void Happens(MeetingEvent happened)
        {
            var step = MeetingMachine.Apply(Meeting!, happened);
            var again = MeetingMachine.Apply(step.Meeting, happened);
            Assert.That(again.Effects, Is.Empty, $"{happened.Kind} a second time");
            if (happened == MeetingEvent.NoOtherGap && Meeting!.State == MeetingState.Moving)
            {
                CouldNotMove.Add(Meeting.Moving);
            }

            Meeting = step.Meeting;
            Effects.AddRange(step.Effects);
        }

        private static MeetingEvent AnyEvent(string person, Random random) => random.Next(11) switch
        {
            0 or 1 or 2 => MeetingEvent.Announce,
            3 or 4 => MeetingEvent.MemberDeclined(person),
            5 => MeetingEvent.EventMoved(AnyTime(random), random.Next(2) == 0),
            6 => MeetingEvent.OtherGapFound(AnyTime(random)),
            7 => random.Next(4) switch
            {
                0 => MeetingEvent.NoOtherGap,
                1 => MeetingEvent.CalledOff,
                2 => MeetingEvent.DeclineWithdrawn(person),
                _ => MeetingEvent.MemberLeft(person),
            },
            8 => MeetingEvent.TimePassed,
            9 => random.Next(3) == 0 ? MeetingEvent.EventCancelled : MeetingEvent.Announce,
            _ => MeetingEvent.Answered(person, Answers[random.Next(Answers.Length)]),
        };

        private static Interval AnyTime(Random random) => new(Time.Start, Time.End + Duration.FromMinutes(random.Next(600)));
    }
}
