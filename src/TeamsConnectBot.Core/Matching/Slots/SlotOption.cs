using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.Matching.Slots;

/// <summary>A slot at which a group could meet.</summary>
/// <param name="Slot">When.</param>
/// <param name="Place">Where.</param>
/// <param name="Cost">What it costs their days: 0 is a quiet moment for everyone, higher is worse. See <see cref="SlotCost"/>.</param>
public sealed record SlotOption(Slot Slot, MeetingPlace Place, int Cost);
