using System.Globalization;
using NodaTime;
using TeamsConnectBot.BotFramework.Cards.Inputs;

namespace TeamsConnectBot.Cards.Building;

/// <summary>Up to three moments to tick; the answer is their indexes.</summary>
internal static class GapChoice
{
    public const int MaxGaps = 3;

    public static InputChoiceSet Build(
        ChoiceTexts texts, IReadOnlyList<Interval> gaps, IReadOnlyList<int>? ticked, Reader reader, bool nameZone)
    {
        if (gaps.Count is < 1 or > MaxGaps)
            throw new ArgumentException($"An invitation offers 1 to {MaxGaps} gaps, not {gaps.Count}.", nameof(gaps));

        return new()
        {
            Id = Inputs.Gaps,
            Label = texts.Label,
            IsMultiSelect = true,
            Style = ChoiceInputStyle.Expanded,
            IsRequired = true,
            ErrorMessage = texts.Error,
            Choices = [.. gaps.Select((gap, index) => new Choice(reader.Moments.Short(gap, nameZone), Index(index)))],
            // A single moment needs no ticking: the answer is the button.
            Value = gaps.Count == 1 ? Index(0) : ticked is { Count: > 0 } ? string.Join(',', ticked.Select(Index)) : null,
        };
    }

    public static string Place(PlaceKind place, Texts texts) => place switch
    {
        PlaceKind.InPerson => texts.Common.InPerson,
        PlaceKind.Online => texts.Common.OnlinePlace,
        _ => texts.Common.InPersonOrOnline,
    };

    public static string Problem(YesWithout missing, Texts texts) =>
        missing == YesWithout.Anything ? texts.Preferences.NothingCame : texts.Invitation.Gaps.Error;

    private static string Index(int index) => index.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Why a yes was none yet.</summary>
internal enum YesWithout
{
    /// <summary>The client sent none of the card's inputs.</summary>
    Anything,
    Moment,
}

/// <summary>The question above an input and what is said when it is left empty.</summary>
internal sealed record ChoiceTexts(string Label, string Error)
{
    /// <summary>What to say away from the field: its name and what is wrong.</summary>
    public string Named => Label.EndsWith('?') ? $"{Label} {Error}" : $"{Label}: {Error}";
}
