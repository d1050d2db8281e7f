namespace TeamsConnectBot.Cards.Building;

/// <summary>The inputs about wishes. All have a default, so that nobody has to answer them.</summary>
internal static class WishesInputs
{
    public static IEnumerable<CardElement> Of(WishesForm now, Texts all)
    {
        var texts = all.Wishes;
        yield return PreferencesInputs.Many(
            Inputs.Kinds, texts.Kinds, now.Kinds.Select(kind => $"{kind}"),
            WishesForm.AllKinds.Select(kind => new Choice(all.Offers.For(kind).Name, $"{kind}")));
        yield return One(
            Inputs.Weeks, texts.Often, $"{now.WeeksBetween}",
            WishesForm.AllWeeks.Zip([texts.EveryWeek, texts.EverySecondWeek, texts.EveryFourthWeek])
            .Select(one => new Choice(one.Second, $"{one.First}")));
        yield return One(Inputs.Company, texts.Company, now.PrefersNewPeople ? WishesForm.New : WishesForm.Known,
            [new Choice(texts.NewPeople, WishesForm.New), new Choice(texts.KnownPeople, WishesForm.Known)]);
        yield return new InputToggle
        {
            Id = Inputs.OtherDepartment, Label = texts.OtherDepartment.Label, Title = texts.OtherDepartment.Title,
            Value = now.PrefersOtherDepartment == true ? "true" : "false",
        };
    }

    private static InputChoiceSet One(string id, ChoiceTexts texts, string value, IEnumerable<Choice> choices) => new()
    {
        Id = id, Label = texts.Label, IsRequired = true, ErrorMessage = texts.Error, Choices = [.. choices], Value = value,
    };
}

internal sealed record WishesTexts(
    ChoiceTexts Kinds, ChoiceTexts Often, string EveryWeek, string EverySecondWeek, string EveryFourthWeek, ChoiceTexts Company,
    string NewPeople, string KnownPeople, LayerTexts OtherDepartment);
