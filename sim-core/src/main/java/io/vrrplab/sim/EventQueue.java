package io.vrrplab.sim;

import java.util.Arrays;

/**
 * A priority queue of events ordered by (time, sequence): a 4-ary heap over one array of primitive
 * keys. What an event does stands in a slot beside the heap, so that sifting moves only numbers.
 *
 * <p>A key is two longs side by side: the time, then sequence and slot packed into one, the
 * sequence in the high bits so that it decides between equal times. Four children of two longs each
 * fill one cache line.
 */
final class EventQueue {

  private static final int SLOT_BITS = 24;
  private static final int MAX_PENDING = 1 << SLOT_BITS;
  private static final long SLOT_MASK = MAX_PENDING - 1;
  private static final long MAX_SEQUENCE = 1L << 63 - SLOT_BITS;
  private static final int INITIAL_CAPACITY = 64;

  private long[] keys = new long[2 * INITIAL_CAPACITY];
  private Object[] handlers = new Object[INITIAL_CAPACITY];
  private Object[] payloads = new Object[INITIAL_CAPACITY];
  private int[] freeSlots = new int[INITIAL_CAPACITY];
  private int freeCount;
  private int usedSlots;
  private int size;

  /** Whether the top was taken but its place in the heap is not yet filled. */
  private boolean hole;

  /**
   * Adds an event.
   *
   * @param timeNanos when it is due
   * @param sequence decides between events of one time; below 2^39
   */
  void add(long timeNanos, long sequence, Object handler, Object payload) {
    if (sequence >= MAX_SEQUENCE) {
      throw new LimitReachedException("more than " + MAX_SEQUENCE + " events were scheduled");
    }
    int slot = freeCount > 0 ? freeSlots[--freeCount] : newSlot();
    handlers[slot] = handler;
    payloads[slot] = payload;
    long order = sequence << SLOT_BITS | slot;
    if (hole) {
      hole = false;
      siftDown(timeNanos, order);
    } else {
      if (2 * size == keys.length) {
        keys = Arrays.copyOf(keys, 2 * keys.length);
      }
      siftUp(size++, timeNanos, order);
    }
  }

  private int newSlot() {
    if (usedSlots == handlers.length) {
      if (usedSlots == MAX_PENDING) {
        throw new LimitReachedException("more than " + MAX_PENDING + " events are pending");
      }
      int capacity = 2 * usedSlots;
      handlers = Arrays.copyOf(handlers, capacity);
      payloads = Arrays.copyOf(payloads, capacity);
      freeSlots = Arrays.copyOf(freeSlots, capacity);
    }
    return usedSlots++;
  }

  boolean isEmpty() {
    return size == (hole ? 1 : 0);
  }

  int size() {
    return hole ? size - 1 : size;
  }

  /** When the first event is due; {@link Long#MAX_VALUE} if there is none. */
  long firstTimeNanos() {
    fillHole();
    return size == 0 ? Long.MAX_VALUE : keys[0];
  }

  /** The sequence of the first event. */
  long firstSequence() {
    fillHole();
    return keys[1] >>> SLOT_BITS;
  }

  /**
   * Takes the first event out and returns its slot, whose handler and payload are read by {@link
   * #handler} and {@link #payload} and given back by {@link #free}. The heap keeps a hole at the
   * top until the next call: most events schedule another one, which then needs a single sift.
   */
  int takeFirst() {
    fillHole();
    hole = true;
    return (int) (keys[1] & SLOT_MASK);
  }

  Object handler(int slot) {
    return handlers[slot];
  }

  Object payload(int slot) {
    return payloads[slot];
  }

  @SuppressWarnings("NullAway") // an empty slot must not keep its event alive
  void free(int slot) {
    handlers[slot] = null;
    payloads[slot] = null;
    freeSlots[freeCount++] = slot;
  }

  private void fillHole() {
    if (hole) {
      hole = false;
      size--;
      if (size > 0) {
        siftDown(keys[2 * size], keys[2 * size + 1]);
      }
    }
  }

  private void siftUp(int from, long time, long order) {
    long[] heap = keys;
    int at = from;
    while (at > 0) {
      int parent = at - 1 >> 2;
      long parentTime = heap[2 * parent];
      if (parentTime < time || parentTime == time && heap[2 * parent + 1] < order) {
        break;
      }
      heap[2 * at] = parentTime;
      heap[2 * at + 1] = heap[2 * parent + 1];
      at = parent;
    }
    heap[2 * at] = time;
    heap[2 * at + 1] = order;
  }

  private void siftDown(long time, long order) {
    long[] heap = keys;
    int count = size;
    int at = 0;
    while (true) {
      int child = 4 * at + 1;
      if (child >= count) {
        break;
      }
      int least = child + 4 <= count ? leastOfFour(heap, child) : leastUpTo(heap, child, count);
      long leastTime = heap[2 * least];
      if (time < leastTime || time == leastTime && order < heap[2 * least + 1]) {
        break;
      }
      heap[2 * at] = leastTime;
      heap[2 * at + 1] = heap[2 * least + 1];
      at = least;
    }
    heap[2 * at] = time;
    heap[2 * at + 1] = order;
  }

  private static int leastOfFour(long[] heap, int child) {
    return earlier(heap, earlier(heap, child, child + 1), earlier(heap, child + 2, child + 3));
  }

  private static int leastUpTo(long[] heap, int child, int end) {
    int least = child;
    for (int other = child + 1; other < end; other++) {
      least = earlier(heap, least, other);
    }
    return least;
  }

  /**
   * Which of two events comes first. No processor can foretell which that is, so where their times
   * differ the answer is computed from the sign of the difference instead of branched for.
   */
  private static int earlier(long[] heap, int one, int other) {
    long oneTime = heap[2 * one];
    long otherTime = heap[2 * other];
    if (oneTime == otherTime) {
      return heap[2 * one + 1] < heap[2 * other + 1] ? one : other;
    }
    return one + (other - one) * (int) (otherTime - oneTime >>> 63);
  }
}
