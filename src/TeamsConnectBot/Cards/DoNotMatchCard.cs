using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>The result of the person's last action.</summary>
internal enum DoNotMatchOutcome
{
    Nothing,
    Kept,
    TakenBack,
    NotFound,

    /// <summary>What was typed matches more than one colleague.</summary>
    WhichOne,

    /// <summary>What was typed matches one colleague, but is not their full name.</summary>
    IsThisOne,
    NothingChosen,
    TooMany,
}

/// <param name="Name">As in the directory; null when the colleague was erased or is not in the directory. The card does not say
/// which.</param>
internal sealed record DoNotMatchEntry(Guid Id, string? Name);

/// <param name="Department">Distinguishes people with the same name; null when unknown.</param>
internal sealed record DoNotMatchCandidate(string Id, string Name, string? Department);

/// <summary>Whom someone would rather not meet, to add and to remove. It is built for its owner and stored nowhere.</summary>
internal sealed record DoNotMatchCard(
    CardRef Ref, DoNotMatchOutcome Said, IReadOnlyList<DoNotMatchEntry> Wishes, IReadOnlyList<DoNotMatchCandidate> Found) : Card
{
    private const string Organisation = "graph.microsoft.com/users";

    public override string Summary(Texts texts) => texts.NotWith.Summary;

    public override string ToString() => "whom someone would rather not meet";

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.NotWith;
        yield return Parts.Heading(texts.Heading);
        if (Said != DoNotMatchOutcome.Nothing)
        {
            yield return Parts.Strong(
                Said == DoNotMatchOutcome.IsThisOne ? texts.IsThisOne.With(("name", MarkdownText.Escape(Found[0].Name))) : texts.For(Said));
        }

        yield return Parts.Line(texts.Line);
        yield return Parts.Note(texts.Private);
        yield return Found.Count == 0 ? Picker(texts) : Choice(texts);
        yield return new InputText { Id = Inputs.Colleague, Label = texts.Typed, Placeholder = texts.Example, MaxLength = 100 };
        yield return Parts.Buttons(Parts.Send(texts.Keep, Verbs.KeepNotWith, Ref));
        if (Wishes.Count == 0)
        {
            yield break;
        }

        yield return new InputChoiceSet
        {
            Id = Inputs.Wishes, Label = texts.Own, IsMultiSelect = true, Style = ChoiceInputStyle.Expanded,
            Choices = [.. Wishes.Select(wish => new Choice(Shown(wish, texts), wish.Id.ToString()))],
        };
        yield return Parts.Buttons(Parts.Send(texts.TakeBack, Verbs.TakeBackNotWith, Ref) with { Style = null });
    }

    private static InputChoiceSet Picker(DoNotMatchTexts texts) => new()
    {
        Id = Inputs.Picked, Label = texts.Pick, Style = ChoiceInputStyle.Filtered, Choices = [], Data = new DataQuery(Organisation),
    };

    private InputChoiceSet Choice(DoNotMatchTexts texts) => new()
    {
        Id = Inputs.Picked, Label = texts.Which, Style = ChoiceInputStyle.Expanded,
        Choices = [.. Found.Select(one => new Choice(Shown(one), one.Id))],
        Value = Said == DoNotMatchOutcome.IsThisOne ? Found[0].Id : null,
    };

    private static string Shown(DoNotMatchEntry wish, DoNotMatchTexts texts) =>
        MarkdownText.Clean(wish.Name) is { Length: > 0 } name ? name : texts.Unnamed;

    private static string Shown(DoNotMatchCandidate one) =>
        MarkdownText.Clean(one.Department) is { Length: > 0 } department
            ? $"{MarkdownText.Clean(one.Name)} ({department})"
            : MarkdownText.Clean(one.Name);
}

internal sealed record DoNotMatchTexts(
    string Summary, string Heading, string Line, string Private, string Pick, string Which, string Typed, string Example, string Keep,
    string Own, string Unnamed, string TakeBack, string Kept, string TakenBack, string NotFound, string WhichOne, Template IsThisOne,
    string NothingChosen, string TooMany)
{
    public string For(DoNotMatchOutcome said) => EnumTexts.Of<string>(this, said);
}
