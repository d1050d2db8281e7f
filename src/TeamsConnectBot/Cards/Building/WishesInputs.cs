using System.Globalization;
using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.BotFramework.Cards.Inputs;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Cards.Building;

/// <summary>The questions about wishes. All are answered already, so that nobody has to.</summary>
internal static class WishesInputs
{
    public static IEnumerable<CardElement> Of(WishesForm now, Texts all)
    {
        var texts = all.Wishes;
        yield return Many(
            Inputs.Kinds, texts.Kinds, now.Kinds.Select(kind => $"{kind}"), WishesForm.AllKinds.Select(kind => new Choice(all.Offers.For(kind).Name, $"{kind}"))) with
        {
            IsRequired = true,
            ErrorMessage = texts.Kinds.Error,
        };
        yield return One(Inputs.Weeks, texts.Often, Number(now.WeeksBetween), WishesForm.AllWeeks.Zip([texts.EveryWeek, texts.EverySecondWeek, texts.EveryFourthWeek])
            .Select(one => new Choice(one.Second, Number(one.First))));
        yield return One(Inputs.Company, texts.Company, now.PrefersNewPeople ? WishesForm.New : WishesForm.Known,
            [new Choice(texts.NewPeople, WishesForm.New), new Choice(texts.KnownPeople, WishesForm.Known)]);
        yield return Many(
            Inputs.Topics, texts.Topics, now.Topics.Select(topic => $"{topic}"), Enum.GetValues<Topic>().Select(topic => new Choice(texts.TopicNames.For(topic), $"{topic}")));
    }

    private static InputChoiceSet Many(string id, ChoiceTexts texts, IEnumerable<string> values, IEnumerable<Choice> choices) => new()
    {
        Id = id,
        Label = texts.Label,
        IsMultiSelect = true,
        Style = ChoiceInputStyle.Expanded,
        Choices = [.. choices],
        Value = string.Join(',', values),
    };

    private static InputChoiceSet One(string id, ChoiceTexts texts, string value, IEnumerable<Choice> choices) => new()
    {
        Id = id,
        Label = texts.Label,
        IsRequired = true,
        ErrorMessage = texts.Error,
        Choices = [.. choices],
        Value = value,
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

internal sealed record WishesTexts(
    ChoiceTexts Kinds,
    ChoiceTexts Often,
    string EveryWeek,
    string EverySecondWeek,
    string EveryFourthWeek,
    ChoiceTexts Company,
    string NewPeople,
    string KnownPeople,
    ChoiceTexts Topics,
    TopicTexts TopicNames,
    Template Shared);

internal sealed record TopicTexts(
    string Craft, string Reading, string Music, string Sport, string Cooking, string Nature, string Technology, string Travel)
{
    public string For(Topic topic) => topic switch
    {
        Topic.Craft => Craft,
        Topic.Reading => Reading,
        Topic.Music => Music,
        Topic.Sport => Sport,
        Topic.Cooking => Cooking,
        Topic.Nature => Nature,
        Topic.Technology => Technology,
        Topic.Travel => Travel,
        _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, "No text for this topic."),
    };
}
