using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.BotFramework.Cards.Elements;
using TeamsConnectBot.BotFramework.Cards.Inputs;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>What just came of it.</summary>
internal enum NotWithSaid
{
    Nothing,
    Kept,
    TakenBack,
    NotFound,

    /// <summary>What was typed fits more than one colleague.</summary>
    WhichOne,

    /// <summary>What was typed fits one colleague, and is not their whole name.</summary>
    IsThisOne,
    NothingChosen,
    TooMany,
}

/// <param name="Name">As the directory has it; null when the colleague was erased or the directory lacks them, and the card does not say which.</param>
internal sealed record NotWithWish(Guid Id, string? Name);

/// <param name="Department">Tells apart people of one name; null when the directory does not say.</param>
internal sealed record NotWithFound(string Id, string Name, string? Department);

/// <summary>Whom someone would rather not meet: to add and to take back. Made for its owner and kept nowhere.</summary>
internal sealed record NotWithCard(
    CardRef Ref, NotWithSaid Said, IReadOnlyList<NotWithWish> Wishes, IReadOnlyList<NotWithFound> Found) : Card
{
    private const string Organisation = "graph.microsoft.com/users";

    public override string Summary(Texts texts) => texts.NotWith.Summary;

    public override string ToString() => "whom someone would rather not meet";

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.NotWith;
        yield return Parts.Heading(texts.Heading);
        if (Said != NotWithSaid.Nothing)
        {
            yield return Parts.Strong(
                Said == NotWithSaid.IsThisOne ? texts.IsThisOne.With(("name", MarkdownText.Escape(Found[0].Name))) : texts.For(Said));
        }

        yield return Parts.Line(texts.Line);
        yield return Parts.Note(texts.Private);
        yield return Found.Count == 0 ? Picker(texts) : Choice(texts);
        yield return new InputText { Id = Inputs.Colleague, Label = texts.Typed, Placeholder = texts.Example, MaxLength = 100 };
        yield return Parts.Buttons(Parts.Send(texts.Keep, Verbs.KeepNotWith, Ref));
        if (Wishes.Count == 0) yield break;

        yield return new InputChoiceSet
        {
            Id = Inputs.Wishes,
            Label = texts.Own,
            IsMultiSelect = true,
            Style = ChoiceInputStyle.Expanded,
            Choices = [.. Wishes.Select(wish => new Choice(Shown(wish, texts), wish.Id.ToString()))],
        };
        yield return Parts.Buttons(Parts.Send(texts.TakeBack, Verbs.TakeBackNotWith, Ref) with { Style = null });
    }

    private static InputChoiceSet Picker(NotWithTexts texts) => new()
    {
        Id = Inputs.Picked,
        Label = texts.Pick,
        Style = ChoiceInputStyle.Filtered,
        Choices = [],
        Data = new DataQuery(Organisation),
    };

    private InputChoiceSet Choice(NotWithTexts texts) => new()
    {
        Id = Inputs.Picked,
        Label = texts.Which,
        Style = ChoiceInputStyle.Expanded,
        Choices = [.. Found.Select(one => new Choice(Shown(one), one.Id))],
        Value = Said == NotWithSaid.IsThisOne ? Found[0].Id : null,
    };

    private static string Shown(NotWithWish wish, NotWithTexts texts) =>
        MarkdownText.Clean(wish.Name) is { Length: > 0 } name ? name : texts.Unnamed;

    private static string Shown(NotWithFound one) =>
        MarkdownText.Clean(one.Department) is { Length: > 0 } department ? $"{MarkdownText.Clean(one.Name)} ({department})" : MarkdownText.Clean(one.Name);
}

internal sealed record NotWithTexts(
    string Summary,
    string Heading,
    string Line,
    string Private,
    string Pick,
    string Which,
    string Typed,
    string Example,
    string Keep,
    string Own,
    string Unnamed,
    string TakeBack,
    string Kept,
    string TakenBack,
    string NotFound,
    string WhichOne,
    Template IsThisOne,
    string NothingChosen,
    string TooMany)
{
    public string For(NotWithSaid said) => said switch
    {
        NotWithSaid.Kept => Kept,
        NotWithSaid.TakenBack => TakenBack,
        NotWithSaid.NotFound => NotFound,
        NotWithSaid.WhichOne => WhichOne,
        NotWithSaid.NothingChosen => NothingChosen,
        NotWithSaid.TooMany => TooMany,
        _ => throw new ArgumentOutOfRangeException(nameof(said), said, "No text for this."),
    };
}
