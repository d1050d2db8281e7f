using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.Matching.Slots;

/// <summary>A slot a group could meet in.</summary>
/// <param name="Slot">When.</param>
/// <param name="Place">Where.</param>
/// <param name="Cost">How much it asks of their days: 0 is a quiet moment in everyone's; higher is worse. See <see cref="SlotCost"/>.</param>
public sealed record SlotOption(Slot Slot, MeetingPlace Place, int Cost);
