using System.Text.Json.Nodes;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.BotFramework.Cards.Actions;
using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.BotFramework.Cards.Inputs;

namespace TeamsConnectBot.BotFramework.Tests.Cards;

internal sealed class AdaptiveCardTests
{
    [Test]
    public void ToJson_Card_StatesTypeSchemaVersionAndLanguage()
    {
        var json = JsonNode.Parse(Card(new TextBlock { Text = "Koffie" }).ToJson())!;

        Assert.Multiple(() =>
        {
            Assert.That((string?)json["type"], Is.EqualTo("AdaptiveCard"));
            Assert.That((string?)json["$schema"], Is.EqualTo("http://adaptivecards.io/schemas/adaptive-card.json"));
            Assert.That((string?)json["version"], Is.EqualTo("1.5"));
            Assert.That((string?)json["lang"], Is.EqualTo("nl"));
            Assert.That(json["actions"], Is.Null);
        });
    }

    [Test]
    public void ToJson_TextBlock_WrapsUnlessSaidOtherwise() => Assert.That(
        Card(new TextBlock { Text = "a" }, new TextBlock { Text = "b", Wrap = false }).ToJson(),
        Does.Contain("""[{"type":"TextBlock","text":"a","wrap":true},{"type":"TextBlock","text":"b","wrap":false}]"""));

    [Test]
    public void ToJson_ExecuteAction_FallsBackToASubmitWithTheSameDataAndVerb()
    {
        var action = new ExecuteAction
        {
            Title = "Ja",
            Verb = "accept",
            Data = new JsonObject { ["id"] = "7" },
            AssociatedInputs = AssociatedInputs.None,
        };

        var json = JsonNode.Parse(Card(new ActionSet { Actions = [action] }).ToJson())!["body"]![0]!["actions"]![0]!;

        Assert.That(json.ToJsonString(), Is.EqualTo(
            """{"type":"Action.Execute","verb":"accept","data":{"id":"7"},"associatedInputs":"none","""
            + """ "fallback":{"type":"Action.Submit","data":{"id":"7","verb":"accept"},"associatedInputs":"none","title":"Ja"},"title":"Ja"}""".TrimStart()));
    }

    [Test]
    public void ToJson_Emoji_IsNotEscaped() =>
        Assert.That(Card(new TextBlock { Text = "☕ één" }).ToJson(), Does.Contain("☕ één"));

    [Test]
    public void ToJson_CardAtTheLimit_IsAllowed()
    {
        var room = AdaptiveCard.MaxBytes - Card(new TextBlock { Text = "" }).SizeInBytes();
        var card = Card(new TextBlock { Text = new string('a', room) });

        Assert.That(System.Text.Encoding.UTF8.GetByteCount(card.ToJson()), Is.EqualTo(AdaptiveCard.MaxBytes));
    }

    [Test]
    public void ToJson_CardAboveTheLimit_IsRefusedWithItsSize()
    {
        var card = Card(new TextBlock { Text = new string('é', AdaptiveCard.MaxBytes / 2) });

        Assert.That(card.ToJson, Throws.TypeOf<CardTooLargeException>()
            .With.Property(nameof(CardTooLargeException.Bytes)).EqualTo(card.SizeInBytes()));
    }

    [Test]
    public void Parse_EveryElementAndAction_ComesBackTheSame()
    {
        var json = Card(
            new TextBlock { Text = "t", Size = TextSize.ExtraLarge, Style = TextStyle.Heading, Spacing = Spacing.None },
            new Image { Url = "https://example.org/a.png", AltText = "een kop koffie", Style = ImageStyle.Person },
            new Container { Id = "c", Items = [new TextBlock { Text = "x" }], Style = ContainerStyle.Emphasis, IsVisible = false },
            new ColumnSet { Columns = [new Column { Width = "auto", Items = [new TextBlock { Text = "y" }] }] },
            new FactSet { Facts = [new Fact("Wanneer", "do 14:30")] },
            new InputText { Id = "text", Label = "Tekst", MaxLength = 80, IsRequired = true, ErrorMessage = "Vul iets in" },
            new InputToggle { Id = "toggle", Label = "Agenda", Title = "Mijn gaten mogen gelezen worden", Value = "false" },
            new InputChoiceSet { Id = "gaps", Label = "Wanneer", Choices = [new Choice("do 14:30", "0")], IsMultiSelect = true, Style = ChoiceInputStyle.Expanded },
            new InputDate { Id = "date", Label = "Dag", Min = "2026-01-01" },
            new InputTime { Id = "time", Label = "Tijd", Value = "09:00" },
            new ActionSet
            {
                Actions =
                [
                    new ExecuteAction { Title = "Ja", Verb = "accept", Style = ActionStyle.Positive },
                    new SubmitAction { Title = "Nee", Data = new JsonObject { ["a"] = 1 } },
                    new OpenUrlAction { Title = "Chat", Url = "https://teams.microsoft.com/l/chat/0/0?users=a" },
                    new ShowCardAction { Title = "Meer", Card = Card(new TextBlock { Text = "z" }) },
                    new ToggleVisibilityAction { Title = "Waarom", TargetElements = ["c"], Mode = ActionMode.Secondary },
                ],
            }).ToJson();

        Assert.That(AdaptiveCard.Parse(json).ToJson(), Is.EqualTo(json));
    }

    [Test]
    public void Parse_UnknownElement_IsRefused() => Assert.That(
        () => AdaptiveCard.Parse("""{"lang":"nl","body":[{"type":"Media"}]}"""),
        Throws.InstanceOf<System.Text.Json.JsonException>());

    private static AdaptiveCard Card(params CardElement[] body) => new() { Lang = "nl", Body = body };
}
