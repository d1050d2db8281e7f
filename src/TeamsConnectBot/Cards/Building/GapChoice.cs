namespace TeamsConnectBot.Cards.Building;

/// <summary>Up to three slots to tick; the input's value is their indexes.</summary>
internal static class GapChoice
{
    public const int MaxGaps = 3;

    public static InputChoiceSet Build(
        ChoiceTexts texts, IReadOnlyList<Interval> gaps, IReadOnlyList<int>? ticked, Reader reader, bool nameZone,
        IReadOnlyList<int>? forLunch = null)
    {
        if (gaps.Count is < 1 or > MaxGaps)
        {
            throw new ArgumentException($"An invitation offers 1 to {MaxGaps} gaps, not {gaps.Count}.", nameof(gaps));
        }

        return new()
        {
            Id = Inputs.Gaps, Label = texts.Label, IsMultiSelect = true, Style = ChoiceInputStyle.Expanded, IsRequired = true,
            ErrorMessage = texts.Error,
            Choices = [.. gaps.Select((gap, index) => new Choice(Shown(reader.Moments.Short(gap, nameZone), index), $"{index}"))],

            // A single slot is ticked in advance, so that pressing the button is enough.
            Value = gaps.Count == 1 ? "0" : ticked is { Count: > 0 } ? string.Join(',', ticked) : null,
        };

        string Shown(string moment, int index) =>
            forLunch?.Contains(index) == true ? reader.Texts.Invitation.LunchGap.With(("moment", moment)) : moment;
    }

    /// <summary>How long it takes, and where.</summary>
    public static string What(Template template, int minutes, PlaceKind place, Texts texts) => template.With(
        ("minutes", texts.Time.Minutes.With(minutes)),
        ("place", PlaceWords.Of(place, texts)));

    public static string Problem(YesWithout missing, Texts texts) =>
        missing == YesWithout.Anything ? texts.Preferences.NothingCame : texts.Invitation.Gaps.Error;
}

/// <summary>Why a yes was incomplete.</summary>
internal enum YesWithout
{
    /// <summary>The client sent none of the card's inputs.</summary>
    Anything,
    Moment,
}

/// <summary>The question above an input, and the message when it is left empty.</summary>
internal sealed record ChoiceTexts(string Label, string Error)
{
    /// <summary>The message for elsewhere on the card: the field's name and what is wrong.</summary>
    public string Named => Label.EndsWith('?') ? $"{Label} {Error}" : $"{Label}: {Error}";
}
