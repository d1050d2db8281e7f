namespace TeamsConnectBot.Cards.Building;

/// <summary>Finds the text for a value of an enum: the property with the same name.</summary>
internal static class EnumTexts
{
    public static T Of<T>(object texts, Enum value) => (T)(texts.GetType().GetProperty(value.ToString())?.GetValue(texts)
        ?? throw new ArgumentOutOfRangeException(nameof(value), value, $"{texts.GetType().Name} has no text for this value."));
}
