namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>A card is larger than <see cref="AdaptiveCard.MaxBytes"/>.</summary>
/// <param name="bytes">The card's size.</param>
public sealed class CardTooLargeException(int bytes)
    : InvalidOperationException($"The card takes {bytes} bytes; at most {AdaptiveCard.MaxBytes} are allowed.")
{
    /// <summary>The card's size in bytes of UTF-8.</summary>
    public int Bytes { get; } = bytes;
}
