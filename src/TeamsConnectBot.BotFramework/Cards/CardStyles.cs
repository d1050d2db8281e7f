namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>The space above an element.</summary>
public enum Spacing
{
    /// <summary>Small.</summary>
    Small,
    /// <summary>Medium.</summary>
    Medium,
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
}

/// <summary>The weight of text.</summary>
public enum TextWeight
{
    /// <summary>Bolder.</summary>
    Bolder,
}

/// <summary>The role of a text, which a screen reader announces.</summary>
public enum TextStyle
{
    /// <summary>A heading.</summary>
    Heading,
}

/// <summary>The background of a container.</summary>
public enum ContainerStyle
{
    /// <summary>Set apart from the rest.</summary>
    Emphasis,
}

/// <summary>The look of a button.</summary>
public enum ActionStyle
{
    /// <summary>The action that most people will choose.</summary>
    Positive,
    /// <summary>An action that deletes something.</summary>
    Destructive,
}

/// <summary>Which of the card's inputs are sent with a button.</summary>
public enum AssociatedInputs
{
    /// <summary>None, so that a required input does not block the button.</summary>
    None,
}

/// <summary>How a choice is shown.</summary>
public enum ChoiceInputStyle
{
    /// <summary>A drop-down list.</summary>
    Compact,
    /// <summary>All choices visible.</summary>
    Expanded,
    /// <summary>A drop-down list that can be searched.</summary>
    Filtered,
}
