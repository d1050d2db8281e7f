namespace TeamsConnectBot.Core.Matching.Solver.Seats;

/// <summary>Somebody who may be in more than one pair: in each seat with somebody else.</summary>
/// <param name="Seats">How many seats they have, 1 or more. A seat takes one pair, so two seats that could clash are one.</param>
/// <param name="Most">How many of the seats may be taken, 1 … <paramref name="Seats"/>.</param>
/// <param name="FirstWorth">What it is worth that any of their seats is taken, beside the weight of the pair; 0 or more.</param>
public readonly record struct SeatOwner(int Seats, int Most = 1, int FirstWorth = 0);
