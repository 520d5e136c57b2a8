namespace NetGen;

/// <summary>
/// A learning rate as a function of the step, from 0: for <see cref="FitOptions.Schedule"/>, or by hand with
/// <c>trainer.LearningRate = schedule.RateAt(trainer.StepCount)</c> before each update. Its text says what it is, arguments and all.
/// </summary>
/// <remarks>Numbers and conventions are those of PyTorch's schedulers, stepped once an update.</remarks>
public abstract class Schedule
{
    /// <summary>The learning rate of a step.</summary>
    /// <param name="step">The number of updates before it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The function of <see cref="Of"/> gave a rate that is negative or not finite.</exception>
    public double RateAt(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return Rate(step);
    }

    /// <summary>The same rate at every step.</summary>
    /// <param name="rate">The rate; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is out of range.</exception>
    public static Schedule Constant(double rate) => new ConstantSchedule(rate);

    /// <summary><c>rate · factor^⌊step / every⌋</c>: a fall each so many steps.</summary>
    /// <param name="rate">The first rate; positive.</param>
    /// <param name="every">Steps between falls, at least 1.</param>
    /// <param name="factor">What is left at each fall; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Schedule Step(double rate, long every, double factor = 0.1) => new StepSchedule(rate, every, factor);

    /// <summary><c>rate · factor^step</c>.</summary>
    /// <param name="rate">The first rate; positive.</param>
    /// <param name="factor">What is left after each step; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Schedule Exponential(double rate, double factor) => new ExponentialSchedule(rate, factor);

    /// <summary>
    /// <c>minimum + (rate − minimum) · (1 + cos(π · step / steps)) / 2</c>, and the minimum from then on, where PyTorch's rises again
    /// (Loshchilov and Hutter 2017, "SGDR").
    /// </summary>
    /// <param name="rate">The first rate; positive.</param>
    /// <param name="steps">Steps until the minimum, at least 1.</param>
    /// <param name="minimum">The last rate, 0 to <paramref name="rate"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Schedule Cosine(double rate, long steps, double minimum = 0) => new CosineSchedule(rate, steps, minimum);

    /// <summary>
    /// The cosine again and again: <c>minimum + (rate − minimum) · (1 + cos(π · s / p)) / 2</c> at step <c>s</c> of a period of <c>p</c>
    /// steps, each period <paramref name="multiplier"/> times as long as the one before (Loshchilov and Hutter 2017, "SGDR").
    /// </summary>
    /// <param name="rate">The rate at each start; positive.</param>
    /// <param name="period">Steps of the first period, at least 1.</param>
    /// <param name="multiplier">How much longer each period is than the last, at least 1.</param>
    /// <param name="minimum">The rate that each period falls to, 0 to <paramref name="rate"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Schedule CosineWithRestarts(double rate, long period, int multiplier = 1, double minimum = 0) =>
        new CosineWithRestartsSchedule(rate, period, multiplier, minimum);

    /// <summary><c>rate · (from + (to − from) · min(step, steps) / steps)</c>.</summary>
    /// <param name="rate">What the factors apply to; positive.</param>
    /// <param name="from">The first factor; not negative.</param>
    /// <param name="to">The last factor; not negative.</param>
    /// <param name="steps">Steps from one to the other, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Schedule Linear(double rate, double from, double to, long steps) => new LinearSchedule(rate, from, to, steps);

    /// <summary>
    /// From <c>maximum / startDivisor</c> up to the maximum at step <c>rise · steps − 1</c>, and down to
    /// <c>maximum / (startDivisor · endDivisor)</c> at step <c>steps − 1</c>, both along half a cosine; then it stays there
    /// (Smith and Topin 2017, "Super-Convergence").
    /// </summary>
    /// <param name="maximum">The highest rate; positive.</param>
    /// <param name="steps">Steps in all, at least 2.</param>
    /// <param name="rise">The share of steps that go up, above 0 and below 1.</param>
    /// <param name="startDivisor">What the first rate is smaller by; at least 1.</param>
    /// <param name="endDivisor">What the last rate is smaller by than the first; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Schedule OneCycle(double maximum, long steps, double rise = 0.3, double startDivisor = 25, double endDivisor = 1e4) =>
        new OneCycleSchedule(maximum, steps, rise, startDivisor, endDivisor);

    /// <summary>
    /// <c>rate · (step + 1) / warmUp</c> before step <c>warmUp</c>, then <c>rate / √(step / warmUp)</c>
    /// (Vaswani and others 2017, "Attention Is All You Need").
    /// </summary>
    /// <param name="rate">The highest rate; positive.</param>
    /// <param name="warmUp">Steps up to it, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <remarks>
    /// Vaswani counts steps from 1 and passes the highest rate at one of them. Here the decay counts from step 0, so that the highest
    /// rate holds for two steps, <c>warmUp − 1</c> and <c>warmUp</c>.
    /// </remarks>
    public static Schedule InverseSquareRoot(double rate, long warmUp) => new InverseSquareRootSchedule(rate, warmUp);

    /// <summary><c>minimum + (rate − minimum) · (1 − min(step, steps) / steps)^power</c>.</summary>
    /// <param name="rate">The first rate; positive.</param>
    /// <param name="steps">Steps until the minimum, at least 1.</param>
    /// <param name="power">The power; positive. 1 is a straight line.</param>
    /// <param name="minimum">The last rate, 0 to <paramref name="rate"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Schedule Polynomial(double rate, long steps, double power = 1, double minimum = 0) =>
        new PolynomialSchedule(rate, steps, power, minimum);

    /// <summary>Any function of the step.</summary>
    /// <param name="rateAt">Gives the rate of a step, from 0; not negative and finite.</param>
    /// <param name="name">What it is called in a text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rateAt"/> or <paramref name="name"/> is null.</exception>
    public static Schedule Of(Func<long, double> rateAt, string name = "function") => new FunctionSchedule(rateAt, name);

    /// <summary>
    /// This schedule behind a straight line up to where it starts: <c>RateAt(0) · (step + 1) / steps</c> before step
    /// <paramref name="steps"/>, then this from its own step 0 (Goyal and others 2017, "Accurate, Large Minibatch SGD").
    /// </summary>
    /// <param name="steps">Steps of the line, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is out of range.</exception>
    public Schedule WarmUp(long steps) => new WarmUpSchedule(this, steps);

    /// <summary>This schedule with its steps counted in epochs: each rate holds for one of them.</summary>
    /// <param name="stepsPerEpoch">Updates of an epoch, at least 1; <see cref="FitOptions.StepsPerEpoch"/> counts them.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stepsPerEpoch"/> is out of range.</exception>
    public Schedule InEpochs(long stepsPerEpoch) => new EpochSchedule(this, stepsPerEpoch);

    /// <summary>Its kind and arguments, the same in any culture.</summary>
    public abstract override string ToString();

    /// <summary>The learning rate of a step that is not negative.</summary>
    private protected abstract double Rate(long step);
}
