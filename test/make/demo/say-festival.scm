;; (say TEXT WAVE RATE) writes the wave, and prints one line a word: start, end (s), phones, word.

(voice_cmu_us_slt_arctic_hts)

(define (phones word)
  (apply append
    (mapcar (lambda (syllable) (item.daughters syllable))
      (item.daughters (item.relation word 'SylStructure)))))

(define (spoken-phones token)
  (apply append (mapcar phones (item.daughters token))))

(define (print-token token)
  (let ((spoken (mapcar (lambda (phone) (item.relation phone 'Segment)) (spoken-phones token))))
    (if spoken
      (begin
        (format t "%f\t%f\t" (item.feat (car spoken) 'p.end) (item.feat (car (last spoken)) 'end))
        (mapcar (lambda (phone) (format t "%s " (item.name phone))) spoken)
        (format t "\t%s\n" (item.name token))))))

(define (print-tokens token)
  (if token
    (begin
      (print-token token)
      (print-tokens (item.next token)))))

(define (say text wave rate)
  (set! hts_engine_params (append hts_engine_params (list (list "-r" rate))))
  (let ((utterance (utt.synth (eval (list 'Utterance 'Text text)))))
    (utt.save.wave utterance wave)
    (print-tokens (utt.relation.first utterance 'Token))))
