using System.Reflection;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Core.People;
using static TeamsConnectBot.Tests.Cards.CardReading;

namespace TeamsConnectBot.Tests.Cards;

/// <summary>What an invitation promises, what can be ticked on it, and that it cannot name anybody.</summary>
internal sealed class InvitationWordingTests
{
    [TestCase("nl", "Koffie met een collega?")]
    [TestCase("nl", "20 minuten, in werktijd, op kantoor of online.")]
    [TestCase("nl", "do 14:30–14:50")]
    [TestCase("nl", "vr 10:00–10:20")]
    [TestCase(
        "nl",
        "Uiterlijk woensdag 12:00 hoor je of het doorgaat, en met wie. "
        + "Het is nooit je leidinggevende. Niet reageren is ook goed, niemand ziet het.")]
    [TestCase("en", "Coffee with a colleague?")]
    [TestCase("en", "20 minutes, in working hours, at the office or online.")]
    [TestCase("en", "Thu 14:30–14:50")]
    [TestCase(
        "en",
        "By Wednesday 12:00 you hear whether it's on, and with whom. "
        + "It is never your manager. Not answering is fine too, nobody sees it.")]
    public void Invitation_Typical_Says(string language, string sentence) =>
        Assert.That(Text(Samples.Everyday.Invitation(), language), Does.Contain(sentence));

    [Test]
    public void Offer_HasItsOwnQuestion([Values] Offer offer) =>
        Assert.That(Text(Samples.Everyday.Invitation(offer), "nl"), Does.Contain(Texts.For("nl").Offers.For(offer).Question));

    [TestCase("nl", "We zoeken iemand bij jouw onderwerpen. Is die er niet, dan wordt het iets anders waar je voor koos.")]
    [TestCase("en", "We look for somebody with your topics. If there is nobody, it will be something else you chose.")]
    public void Invitation_ToLearn_PromisesNobody(string language, string sentence)
    {
        Assert.That(Text(Samples.Everyday.Invitation(Offer.Learning), language), Does.Contain(sentence));
        Assert.That(Text(Samples.Everyday.Invitation(), language), Does.Not.Contain(sentence));
    }

    [Test]
    public void Invitation_SeveralGaps_CanEachBeTickedAndNoneIsPreselected()
    {
        var gaps = Input<InputChoiceSet>(Samples.Worst.Invitation(), Inputs.Gaps);
        Assert.That(gaps.Choices.Select(choice => choice.Value), Is.EqualTo(new[] { "0", "1", "2" }));
        Assert.That(gaps.IsMultiSelect && gaps.IsRequired, Is.True);
        Assert.That(gaps.Value, Is.Null);
    }

    [Test]
    public void Invitation_SingleGap_IsPreselected() =>
        Assert.That(
            Input<InputChoiceSet>(Samples.Everyday.Invitation() with { Gaps = [Samples.Slot(26, 13, 30)] }, Inputs.Gaps).Value,
            Is.EqualTo("0"));

    [Test]
    public void Invitation_ShownAgain_KeepsTheTicks() =>
        Assert.That(Input<InputChoiceSet>(Samples.Worst.Invitation() with { Ticked = [0, 2] }, Inputs.Gaps).Value, Is.EqualTo("0,2"));

    [TestCase(0)]
    [TestCase(4)]
    public void Invitation_NoOrTooManyGaps_Throws(int count)
    {
        var card = Samples.Everyday.Invitation() with { Gaps = [.. Enumerable.Repeat(Samples.Slot(26, 13, 30), count)] };
        Assert.That(() => card.Build(Samples.Reader("nl")), Throws.ArgumentException.With.Message.Contains($"{count}"));
    }

    [Test]
    public void Invitation_OnlyYes_SubmitsInputs()
    {
        var buttons = Samples.Everyday.Invitation().Build(Samples.Reader("nl")).Body
            .OfType<ActionSet>().SelectMany(set => set.Actions).OfType<ExecuteAction>();
        Assert.That(
            buttons.Where(button => button.AssociatedInputs is null).Select(button => button.Verb),
            Is.EqualTo(new[] { Verbs.InvitationYes }));
    }

    [TestCase(typeof(HelpOfferCard))]
    [TestCase(typeof(InvitationCard))]
    [TestCase(typeof(OpenTableInvitationCard))]
    public void Invitation_Type_CannotHoldAnyNameButTheHosts(Type card)
    {
        var types = card.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.PropertyType);
        Assert.That(
            types, Has.None.EqualTo(typeof(string)).And.None.EqualTo(typeof(Colleague)).And.None.AssignableTo<IEnumerable<Colleague>>());
    }
}
