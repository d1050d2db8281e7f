using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Tests.Cards;

/// <summary>The cards of rituals, for a channel.</summary>
internal sealed partial class Samples
{
    private IEnumerable<(string Name, Card Card)> Rituals()
    {
        const string When = "elke vrijdag 15:30–16:00 (Amsterdam), eerstvolgende: vr 27 nov";
        IReadOnlyList<Colleague> coming = [Person(1), Person(2), new Colleague(null, null)];
        IReadOnlyList<string> agenda = Texts.For("nl").Ritual.Templates.Coffee.Agenda;
        yield return ("ritualConfirm", new RitualConfirmCard(Ref, ChangeWords.Create, name, When, null, ByVote: false));
        yield return ("ritualConfirm-vote", new RitualConfirmCard(Ref, ChangeWords.Move, name, When, When, ByVote: true));
        yield return ("ritualConfirm-question", new RitualConfirmCard(
            Ref, ChangeWords.Create, name, When, null, ByVote: false, IsPost: true));
        yield return ("ritualDone", new RitualDoneCard(Ref, ChangeWords.MoveOnce, name, When, CanUndo: true));
        yield return ("ritualDone-new", new RitualDoneCard(Ref, ChangeWords.Create, name, When, CanUndo: true, Ref));
        yield return ("ritualDone-vote", new RitualDoneCard(Ref, ChangeWords.End, name, null, CanUndo: false));

        yield return ("ritualQuestion", new RitualQuestionCard(
            Ref, $"Welke bedoel je: {name}?", [name, "elke vrijdag 15:00–15:30", "elke vrijdag 03:00–03:30"]));
        yield return ("ritualProtection", new RitualQuestionCard(
            Ref, When, ["elke vrijdag 10:00–10:30", When, name, "Ermee stoppen"], name));
        yield return ("ritualDetails", new RitualDetailsCard(Ref, name, When, agenda));
        yield return ("ritualDetails-bare", new RitualDetailsCard(Ref, name, When, []));
        yield return ("ritualDetails-asks", new RitualDetailsCard(Ref, name, When, agenda, Asks: true));
        yield return ("ritualDetails-question", new RitualDetailsCard(Ref, name, When, agenda, IsPost: true));
        yield return ("postedQuestion", new PostedQuestionCard(name, 0));
        yield return ("ritualForm-question", new RitualFormCard(
            Ref, new RitualForm(name, "weekly", new LocalDate(2026, 11, 27), new LocalTime(15, 30), 1, IsPost: true)));
        yield return ("ritualHost", new RitualHostCard(Ref, name, When));
        yield return ("ritualList", new RitualListCard(
            Ref, [.. Enumerable.Range(1, 40).Select(_ => new RitualLine(name, When))], [.. Enumerable.Range(1, 14).Select(Command)]));
        yield return ("ritualList-empty", new RitualListCard(Ref, [], []));
        yield return ("ritualForm", new RitualFormCard(
            Ref, new RitualForm(name, "weekly", new LocalDate(2026, 11, 27), new LocalTime(15, 30), 30),
            zones ? "Geef het een naam." : null));
        yield return ("occurrence", new OccurrenceCard(Ref, Ref, name, Thursday, Person(1), agenda, coming, OccurrencePhase.Coming));
        yield return ("occurrence-off", new OccurrenceCard(Ref, Ref, name, Thursday, Person(1), agenda, coming, OccurrencePhase.Off));
        yield return ("occurrence-alone", new OccurrenceCard(Ref, Ref, name, Thursday, null, [], [], OccurrencePhase.Coming));
        yield return ("ritualNotice", new RitualNoticeCard(RitualNotice.Missed, name, When));
        yield return ("ritualNotice-host", new RitualNoticeCard(RitualNotice.HostIs, name, When));
        yield return ("vote", new VoteCard(Ref, ChangeWords.Create, name, When, Decision, VotePhase.Open));
        yield return ("vote-passed", new VoteCard(Ref, ChangeWords.Create, name, When, Decision, VotePhase.Passed, Ref));
        yield return ("poll", new VoteCard(Ref, null, name, When, Decision, VotePhase.Open));
        yield return ("poll-over", new VoteCard(Ref, null, name, When, Decision, VotePhase.Rejected));

        yield return ("charterVote", new CharterVoteCard(Ref, Decision));
        yield return ("charter", new CharterCard(
            [CharterChoice.Ai, CharterChoice.People, CharterChoice.Both, CharterChoice.Undecided, CharterChoice.People], IsResult: true));
    }
}
