using System.Text.Json;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Tests.Cards;

internal sealed class PreferencesFormTests
{
    [Test]
    public void Read_UnchangedCard_GivesTheFormTheCardWasBuiltFrom()
    {
        var form = PreferencesForm.Read(JsonSerializer.SerializeToElement(Untouched(Samples.Form)), Texts.For("nl"))!;
        Assert.Multiple(() =>
        {
            Assert.That(form.AllowGaps, Is.True);
            Assert.That(form.AllowAiUse, Is.False);
            Assert.That(form.Languages, Is.EqualTo(Samples.Form.Languages));
            Assert.That(form.Days, Is.EqualTo(Samples.Form.Days));
            Assert.That((form.From, form.Until), Is.EqualTo((Samples.Form.From, Samples.Form.Until)));
            Assert.That(form.OfficeDays, Is.EqualTo(Samples.Form.OfficeDays));
            Assert.That((form.InPerson, form.Online), Is.EqualTo((true, true)));
            Assert.That(form.Wishes!.Kinds, Is.EqualTo(Samples.Form.Wishes!.Kinds));
            Assert.That(form.Wishes.PrefersOtherDepartment, Is.False);
            Assert.That((form.Wishes.WeeksBetween, form.Wishes.PrefersNewPeople), Is.EqualTo((2, false)));
        });
    }

    [TestCase("Lunch,Learning")]
    [TestCase("Coffee,Walk,Lunch,CoWorking,Learning")]
    public void Read_LunchAndLearning_CanBeChosen(string kinds)
    {
        var answers = Untouched(Samples.Form);
        answers[Inputs.Kinds] = kinds;
        Assert.That(
            PreferencesForm.Read(JsonSerializer.SerializeToElement(answers), Texts.For("nl"))!.Wishes!.Kinds.Select(kind => $"{kind}"),
            Is.EqualTo(kinds.Split(',')));
    }

    [Test]
    public void Read_CardFromBeforeTheWishAboutDepartments_LeavesItOpen()
    {
        var answers = Untouched(Samples.Form);
        answers.Remove(Inputs.OtherDepartment);
        Assert.That(
            PreferencesForm.Read(JsonSerializer.SerializeToElement(answers), Texts.For("nl"))!.Wishes!.PrefersOtherDepartment, Is.Null);
    }

    [Test]
    public void Read_NightShift_IsAccepted()
    {
        var answers = Untouched(Samples.Form with { From = new LocalTime(22, 0), Until = new LocalTime(6, 0) });
        Assert.That(
            PreferencesForm.Read(JsonSerializer.SerializeToElement(answers), Texts.For("nl"))?.Until, Is.EqualTo(new LocalTime(6, 0)));
    }

    [TestCase(Inputs.Languages, "")]
    [TestCase(Inputs.Languages, "nl,klingon")]
    [TestCase(Inputs.Days, "")]
    [TestCase(Inputs.Days, "0")]
    [TestCase(Inputs.Days, "1,8")]
    [TestCase(Inputs.OfficeDays, "monday")]
    [TestCase(Inputs.Places, "")]
    [TestCase(Inputs.Places, "inPerson,moon")]
    [TestCase(Inputs.From, "25:00")]
    [TestCase(Inputs.From, "17:00")]
    [TestCase(Inputs.Until, "")]
    [TestCase(Inputs.Kinds, "")]
    [TestCase(Inputs.Kinds, "Coffee,Dinner")]
    [TestCase(Inputs.Kinds, "Help")]
    [TestCase(Inputs.Kinds, "0")]
    [TestCase(Inputs.Weeks, "3")]
    [TestCase(Inputs.Weeks, "")]
    [TestCase(Inputs.Company, "nobody")]
    public void Read_ValueTheCardCannotSend_IsRefused(string input, string value)
    {
        var answers = Untouched(Samples.Form);
        answers[input] = value;
        Assert.That(PreferencesForm.Read(JsonSerializer.SerializeToElement(answers), Texts.For("nl")), Is.Null);
    }

    [Test]
    public void Read_FormOfTheWelcome_HasNoWishes() =>
        Assert.That(
            PreferencesForm.Read(
                JsonSerializer.SerializeToElement(Untouched(Samples.Form with { Wishes = null })), Texts.For("nl"))!.Wishes,
            Is.Null);

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("\"x\"")]
    [TestCase("{\"languages\":[\"nl\"],\"days\":3}")]
    public void Read_WrongShape_IsRefused(string json) =>
        Assert.That(PreferencesForm.Read(JsonElement.Parse(json), Texts.For("nl")), Is.Null);

    [TestCase("TRUE")]
    [TestCase("on")]
    [TestCase("")]
    public void Read_AnythingButTrue_IsNotConsent(string value)
    {
        var answers = Untouched(Samples.Form);
        answers[Inputs.AllowGaps] = value;
        Assert.That(PreferencesForm.Read(JsonSerializer.SerializeToElement(answers), Texts.For("nl"))!.AllowGaps, Is.False);
    }

    /// <summary>The inputs a client sends when somebody presses 'save' without changing anything.</summary>
    private static JsonObject Untouched(PreferencesForm form)
    {
        var body = new PreferencesCard(Samples.Ref, form, TopicsNow.Nothing).Build(Samples.Reader("nl")).Body;
        var inputs = body.Concat(body.OfType<ColumnSet>().SelectMany(set => set.Columns).SelectMany(column => column.Items));
        var answers = new JsonObject();
        foreach (var input in inputs)
        {
            var value = input switch
            {
                InputToggle toggle => toggle.Value,
                InputChoiceSet choice => choice.Value,
                InputTime time => time.Value,
                _ => null,
            };
            if (value is not null)
            {
                answers[input.Id!] = value;
            }
        }

        return answers;
    }
}
