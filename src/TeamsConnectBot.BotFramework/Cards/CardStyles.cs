namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>The space above an element.</summary>
public enum Spacing
{
    /// <summary>The host's usual space.</summary>
    Default,
    /// <summary>No space.</summary>
    None,
    /// <summary>Small.</summary>
    Small,
    /// <summary>Medium.</summary>
    Medium,
    /// <summary>Large.</summary>
    Large,
    /// <summary>Extra large.</summary>
    ExtraLarge,
    /// <summary>As much as the container's own padding.</summary>
    Padding,
}

/// <summary>The size of text.</summary>
public enum TextSize
{
    /// <summary>The host's body text.</summary>
    Default,
    /// <summary>Small.</summary>
    Small,
    /// <summary>Medium.</summary>
    Medium,
    /// <summary>Large.</summary>
    Large,
    /// <summary>Extra large.</summary>
    ExtraLarge,
}

/// <summary>The weight of text.</summary>
public enum TextWeight
{
    /// <summary>Normal.</summary>
    Default,
    /// <summary>Lighter.</summary>
    Lighter,
    /// <summary>Bolder.</summary>
    Bolder,
}

/// <summary>A colour of the host's theme.</summary>
public enum TextColor
{
    /// <summary>The theme's text colour.</summary>
    Default,
    /// <summary>Dark.</summary>
    Dark,
    /// <summary>Light.</summary>
    Light,
    /// <summary>The accent colour.</summary>
    Accent,
    /// <summary>Good.</summary>
    Good,
    /// <summary>Warning.</summary>
    Warning,
    /// <summary>Attention.</summary>
    Attention,
}

/// <summary>What a text is, for a screen reader.</summary>
public enum TextStyle
{
    /// <summary>Plain text.</summary>
    Default,
    /// <summary>A heading.</summary>
    Heading,
}

/// <summary>The background of a container or column.</summary>
public enum ContainerStyle
{
    /// <summary>The card's own background.</summary>
    Default,
    /// <summary>Set apart from the rest.</summary>
    Emphasis,
    /// <summary>Good.</summary>
    Good,
    /// <summary>Attention.</summary>
    Attention,
    /// <summary>Warning.</summary>
    Warning,
    /// <summary>The accent colour.</summary>
    Accent,
}

/// <summary>How an element stands from left to right.</summary>
public enum HorizontalAlignment
{
    /// <summary>Left.</summary>
    Left,
    /// <summary>Centre.</summary>
    Center,
    /// <summary>Right.</summary>
    Right,
}

/// <summary>How a column's content stands from top to bottom.</summary>
public enum VerticalAlignment
{
    /// <summary>Top.</summary>
    Top,
    /// <summary>Centre.</summary>
    Center,
    /// <summary>Bottom.</summary>
    Bottom,
}
