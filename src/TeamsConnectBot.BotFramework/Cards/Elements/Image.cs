namespace TeamsConnectBot.BotFramework.Cards.Elements;

/// <summary>A picture: PNG, JPEG or still GIF, at most 1024 × 1024 pixels and 1 MB, at a public address without redirect.</summary>
public sealed record Image : CardElement
{
    /// <summary>An https address or a data URI.</summary>
    public required string Url { get; init; }

    /// <summary>What a screen reader says instead.</summary>
    public required string AltText { get; init; }

    /// <summary>The size; null for as large as fits.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>Round for a person; null for square.</summary>
    public ImageStyle? Style { get; init; }

    /// <summary>Left, centre or right; null for the parent's.</summary>
    public HorizontalAlignment? HorizontalAlignment { get; init; }
}

/// <summary>The size of a picture.</summary>
public enum ImageSize
{
    /// <summary>As large as fits.</summary>
    Auto,
    /// <summary>As wide as the parent.</summary>
    Stretch,
    /// <summary>Small.</summary>
    Small,
    /// <summary>Medium.</summary>
    Medium,
    /// <summary>Large.</summary>
    Large,
}

/// <summary>The shape of a picture.</summary>
public enum ImageStyle
{
    /// <summary>As it is.</summary>
    Default,
    /// <summary>Cut to a circle.</summary>
    Person,
}
