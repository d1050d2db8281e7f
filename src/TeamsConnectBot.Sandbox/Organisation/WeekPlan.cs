using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>Places meetings in the working days of one week without overlap.</summary>
internal sealed class WeekPlan(int days, int minutesADay)
{
    private const int StepMinutes = 30;
    private const int Attempts = 60;

    private static readonly int[] Lengths = [30, 60, 90, 120];
    private static readonly double[] LengthWeights = [0.45, 0.4, 0.1, 0.05];

    private readonly bool[,] taken = new bool[days, minutesADay / StepMinutes];

    public List<PlannedMeeting> Meetings { get; } = [];

    /// <summary>Adds meetings until they fill the goal in minutes or no free slot is found; returns the minutes filled.</summary>
    public int Fill(ref SeededRandom random, double goal)
    {
        var filled = 0;
        for (var attempt = 0; attempt < Attempts && filled < goal; attempt++)
        {
            var day = random.Next(days);
            var length = Lengths[random.PickWeighted(LengthWeights)];
            var steps = length / StepMinutes;
            var start = random.Next(Math.Max(1, taken.GetLength(1) - steps + 1));
            var status = random.Chance(0.9) ? BusyStatus.Busy : BusyStatus.Tentative;
            if (TryTake(day, start, steps))
            {
                filled += length;
                Meetings.Add(new PlannedMeeting(day, start * StepMinutes, length, status));
            }
        }

        return filled;
    }

    private bool TryTake(int day, int start, int steps)
    {
        if (start + steps > taken.GetLength(1) || Enumerable.Range(start, steps).Any(step => taken[day, step]))
        {
            return false;
        }

        for (var step = start; step < start + steps; step++)
        {
            taken[day, step] = true;
        }

        return true;
    }

    /// <summary>A meeting on one of the working days; its start, counted from the start of that day, and length are in minutes.</summary>
    internal readonly record struct PlannedMeeting(int Day, int Start, int Length, BusyStatus Status);
}
