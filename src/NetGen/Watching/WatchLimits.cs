namespace NetGen;

/// <summary>When a <see cref="NetworkWatch"/> speaks of a finding.</summary>
public sealed record WatchLimits
{
    /// <summary>How many watched steps in a row must show vanishing, exploding or saturation; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public int Persistence
    {
        get;
        init => field = ArgumentCheck.AtLeast(1, value, nameof(Persistence));
    } = 3;

    /// <summary>
    /// Gradients vanish where the root mean square of the first layer's is below this share of the last layer's. Each sigmoid on the
    /// way takes a factor of 0.25 or less: 0.25¹⁰ is about 1e-6.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something that is not above 0 and below 1.</exception>
    public double VanishingShare
    {
        get;
        init => field = ArgumentCheck.Share(value, nameof(VanishingShare));
    } = 1e-3;

    /// <summary>
    /// Gradients explode where the L2 norm of all of them is above this, and either above <see cref="ExplodingGrowth"/> times what it was
    /// at first or enough for an update above <see cref="LargeUpdate"/>; at once where both are passed that many times over. Growth counts
    /// while the largest update is above 0.1 and the loss not below half of what it was at first.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something that is not a positive number.</exception>
    public double LargeGradient
    {
        get;
        init => field = ArgumentCheck.Positive(value, nameof(LargeGradient));
    } = 10;

    /// <summary>See <see cref="LargeGradient"/>; positive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public double ExplodingGrowth
    {
        get;
        init => field = ArgumentCheck.Positive(value, nameof(ExplodingGrowth));
    } = 10;

    /// <summary>The <see cref="LayerReading.UpdateRatio"/> above which an update does harm; positive. See <see cref="LargeGradient"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public double LargeUpdate
    {
        get;
        init => field = ArgumentCheck.Positive(value, nameof(LargeUpdate));
    } = 0.5;

    /// <summary>A layer is dying where more than this share of its units is dead.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something that is not above 0 and below 1.</exception>
    public double DeadShare
    {
        get;
        init => field = ArgumentCheck.Share(value, nameof(DeadShare));
    } = 0.5;

    /// <summary>For how many watched steps in a row a unit must be silent to be dead; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public int DeadWindow
    {
        get;
        init => field = ArgumentCheck.AtLeast(1, value, nameof(DeadWindow));
    } = 10;

    /// <summary>A hidden layer is saturated where more than this share of its outputs is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something that is not above 0 and below 1.</exception>
    public double SaturatedShare
    {
        get;
        init => field = ArgumentCheck.Share(value, nameof(SaturatedShare));
    } = 0.5;

    /// <summary>The loss does not move where it has not fallen by this share of what it was at first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something that is not above 0 and below 1.</exception>
    public double StuckShare
    {
        get;
        init => field = ArgumentCheck.Share(value, nameof(StuckShare));
    } = 0.05;

    /// <summary>
    /// Over how many watched steps the mean of the loss is taken that is held against the beginning; at least 1. It is judged once, after
    /// two such windows at the earliest.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public int StuckWindow
    {
        get;
        init => field = ArgumentCheck.AtLeast(1, value, nameof(StuckWindow));
    } = 10;

    /// <summary>After how many steps the loss is judged at the earliest; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public long StuckSteps
    {
        get;
        init => field = ArgumentCheck.AtLeast(1, value, nameof(StuckSteps));
    } = 200;
}
