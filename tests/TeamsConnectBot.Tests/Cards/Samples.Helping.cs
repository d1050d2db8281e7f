using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Tests.Cards;

/// <summary>The cards of questions to colleagues.</summary>
internal sealed partial class Samples
{
    public HelpQuestion Question => new(
        zones ? name : "Draaitabellen: een kolom met percentages erbij", 20, Instant.FromUtc(2026, 11, 25, 16, 0), "nl");

    public HelpOfferCard HelpOffer() =>
        new(Ref, Question, PlaceKind.InPersonOrOnline, Gaps, Decision, Host, zones);

    public MeetingDetails HelpMeeting => Meeting() with { Offer = Offer.Help };

    private IEnumerable<(string Name, Card Card)> Helping()
    {
        var days = Enumerable.Range(23, 5).Select(day => new LocalDate(2026, 11, day)).ToList();
        yield return ("ask", new AskFormCard(Ref, new HelpForm("", 20, days[2], null, "nl"), days));
        yield return ("ask-again", new AskFormCard(
            Ref, new HelpForm(zones ? name : "draaitabellen", null, null, new LocalTime(15, 0), "xx"), days,
            zones ? name : "Dinsdag 24 november 15:00 is te snel."));
        yield return ("ask-preview", new AskPreviewCard(Ref, Question, Decision, Person(1)));
        yield return ("ask-preview-to-host", new AskPreviewCard(Ref, Question, Decision, Person(1), ToHost: true));
        yield return ("question-sent", new QuestionSentCard(Ref, Question, Decision));
        yield return ("question-with-host", new QuestionWithHostCard(Person(1), Question));
        yield return ("question-with-host-no-chat", new QuestionWithHostCard(new Colleague(name, null), Question));
        yield return ("help-offer", HelpOffer());
        yield return ("help-offer-one-gap", HelpOffer() with { Gaps = [Thursday], Place = PlaceKind.Online });
        foreach (var missing in Enum.GetValues<YesWithout>())
        {
            yield return ($"help-offer-{missing}", HelpOffer() with { Missing = missing });
        }

        yield return ("help-offer-passed", HelpOffer() with { Missing = YesWithout.Moment, Passed = 1 });
        yield return ("help-taken-asker", new HelpTakenCard(HelpMeeting, Question.Words, IsAsker: true));
        yield return ("help-taken-helper", new HelpTakenCard(
            Meeting(online: true) with { Offer = Offer.Help }, Question.Words, IsAsker: false));
        yield return ("help-taken-erased", new HelpTakenCard(HelpMeeting, null, IsAsker: false));
        foreach (var note in Enum.GetValues<HelpNote>())
        {
            yield return ($"help-note-{note}", new HelpNoteCard(note));
        }

        yield return ("nobody-found", new NobodyFoundCard(Person(1)));
        yield return ("host-question", new HostQuestionCard(Person(1), Question, IsReported: false));
        yield return ("host-question-reported", new HostQuestionCard(Person(1), Question, IsReported: true));
        yield return ("did-it-help", new DidItHelpCard(Ref, HelpMeeting));
        yield return ("did-it-help-again", new DidItHelpCard(Ref, HelpMeeting, IsIncomplete: true));
        yield return ("thank-helper", new ThankHelperCard(Ref, Person(1)));
        yield return ("thank-helper-again", new ThankHelperCard(Ref, Person(1), name, zones ? name : "Er staat een link in."));
        yield return ("thanked", new ThankedCard(Person(1), zones ? name : "Eindelijk snap ik ze. Volgende keer koffie van mij."));
        foreach (var reason in Enum.GetValues<HelpRefusal>())
        {
            yield return ($"help-refused-{reason}", new HelpRefusedCard(Ref, reason, zones ? name : null));
        }

        yield return ("ask-me-too", new AskMeTooCard(Ref, new AskMeForm(AskMeChoice.Off, ""), ReadsCalendar: false));
        yield return ("ask-me-too-host", new AskMeTooCard(Ref, new AskMeForm(AskMeChoice.Off, ""), IsHost: true));
        yield return ("ask-me-too-saved", new AskMeTooCard(
            Ref, new AskMeForm(AskMeChoice.Topics, zones ? name : "draaitabellen, Engelse brieven"), JustSaved: true));
        yield return ("ask-me-too-again", new AskMeTooCard(
            Ref, new AskMeForm(AskMeChoice.Anything, name), Problem: zones ? name : "Kies er hooguit vijf."));
    }
}
